import { useMemo, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { number } from '../format.ts';
import { type Box, drawingOf, neighbour } from '../graph/layout.ts';
import { type GraphState, type GraphWay, lastReached, type RunGraph } from '../graph/run-graph.ts';

type GraphProps = { graph: RunGraph; title: string; chosen: string | undefined; choose: (state: string) => void };
const arrows = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const;
const lookOf = ({ taken, kind }: GraphWay): string => (taken === 0 ? 'idle' : kind === 'catch' ? 'caught' : 'taken');

/** The workflow as it was gone through. One state is in the order of the Tab key; arrow keys lead to the others. */
export function Graph({ graph, title, chosen, choose }: GraphProps) {
  const { words } = useDesk();
  const drawing = useMemo(() => drawingOf(graph), [graph]);
  const [at, stand] = useState<string>();
  const svg = useRef<SVGSVGElement>(null);
  const there = (name: string | undefined) => drawing.states.some(({ of }) => of.name === name);
  const current = [at, chosen, lastReached(graph)].find(there) ?? drawing.states[0]?.of.name;

  function walk(event: KeyboardEvent) {
    const direction = arrows[event.key as keyof typeof arrows];
    const edge = { Home: drawing.states[0], End: drawing.states.at(-1) }[event.key]?.of.name;
    const to = direction && current ? neighbour(drawing.states, current, direction) : edge;
    if (direction || edge) event.preventDefault();
    if (!to) return;
    stand(to);
    svg.current?.querySelector<HTMLElement>(`[data-state="${CSS.escape(to)}"]`)?.focus();
  }

  return (
    <figure class="graph" dir="ltr">
      <svg ref={svg} width={drawing.width} height={drawing.height} aria-label={title}>
        <defs>
          {['idle', 'taken', 'caught'].map((look) => (
            <marker
              key={look}
              id={`tip-${look}`}
              class={`tip ${look}`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerUnits="userSpaceOnUse"
              markerWidth="9"
              markerHeight="9"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" />
            </marker>
          ))}
        </defs>
        {drawing.ways
          .toSorted((a, b) => a.of.taken - b.of.taken)
          .map(({ of, path }) => (
            <path
              key={`${of.from} ${of.to} ${of.kind}`}
              class={`way ${lookOf(of)} ${of.kind}`}
              d={path}
              marker-end={`url(#tip-${lookOf(of)})`}
            />
          ))}
        {drawing.states.map((box) => (
          <Node
            key={box.of.name}
            box={box}
            tab={box.of.name === current}
            chosen={box.of.name === chosen}
            choose={choose}
            walk={walk}
          />
        ))}
      </svg>
      <figcaption class="why" dir="auto">
        {words.run.keys}
      </figcaption>
    </figure>
  );
}

type NodeProps = {
  box: Box<GraphState>;
  tab: boolean;
  chosen: boolean;
  choose: (state: string) => void;
  walk: (event: KeyboardEvent) => void;
};

function Node({ box: { x, y, width, height, of }, tab, chosen, choose, walk }: NodeProps) {
  const { words, language } = useDesk();
  const said = [
    words.run.status[of.status],
    ...(of.retries > 0 ? [words.run.retried(number(of.retries, language))] : []),
    ...(of.visits.length > 1 ? [words.run.visited(number(of.visits.length, language))] : []),
  ].join(' · ');
  return (
    <foreignObject x={x - width / 2} y={y - height / 2} width={width} height={height}>
      <button
        type="button"
        class={`state ${of.status} ${of.type.toLowerCase()}`}
        data-state={of.name}
        tabIndex={tab ? 0 : -1}
        aria-pressed={chosen}
        onClick={() => choose(of.name)}
        onKeyDown={walk}
      >
        <b>{of.name}</b>
        <span dir="auto">{said}</span>
      </button>
    </foreignObject>
  );
}
