import { Graph, layout } from '@dagrejs/dagre';
import type { GraphState, GraphWay, RunGraph } from './run-graph.ts';

export type Point = { x: number; y: number };
/** `x` and `y` are the middle of it. */
export type Box<T> = Point & { width: number; height: number; of: T };
export type Drawing = {
  width: number;
  height: number;
  states: Box<GraphState>[];
  ways: { of: GraphWay; path: string }[];
};

const HEIGHT = 52;
const widthOf = ({ name }: GraphState): number => Math.max(212, 52 + name.length * 7.6);

/** Where everything stands, from the top down. */
export function drawingOf({ states, ways }: RunGraph): Drawing {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 44, ranksep: 40, edgesep: 18, marginx: 12, marginy: 12 });
  for (const state of states) graph.setNode(state.name, { width: widthOf(state), height: HEIGHT });
  const there = new Set(states.map(({ name }) => name));
  const drawn = ways.filter(({ from, to }) => there.has(from) && there.has(to));
  // What was planned is kept straight; what failed finds its way around it.
  for (const way of drawn) graph.setEdge(way.from, way.to, { weight: way.planned ? 8 : 0 }, way.kind);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    states: states.map((of) => ({ ...(graph.node(of.name) as Omit<Box<GraphState>, 'of'>), of })),
    ways: drawn.map((of) => ({ of, path: curve((graph.edge(of.from, of.to, of.kind) as { points: Point[] }).points) })),
  };
}

/** A line through these points that turns without corners. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const turns = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(end)}`;
  });
  return `M${at(first)}${turns.length > 0 ? turns.join('') : `L${at(last)}`}`;
}

const at = ({ x, y }: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;

type Direction = 'up' | 'down' | 'left' | 'right';

/** The nearest state in that direction: how arrow keys go through the drawing. */
export function neighbour(states: readonly Box<GraphState>[], from: string, to: Direction): string | undefined {
  const here = states.find(({ of }) => of.name === from);
  if (!here) return undefined;
  const sign = to === 'up' || to === 'left' ? -1 : 1;
  const upright = to === 'up' || to === 'down';
  const away = states.flatMap(({ x, y, of }) => {
    const [along, beside] = upright ? [y - here.y, x - here.x] : [x - here.x, y - here.y];
    return along * sign > 1 ? [{ name: of.name, far: along * sign + 2 * Math.abs(beside) }] : [];
  });
  return away.sort((a, b) => a.far - b.far)[0]?.name;
}
