import { type Definition, plannedStates, statesIn, type Way, waysIn } from './definition.ts';
import { type Ending, type HistoryEvent, type Visit, visitsOf } from './visits.ts';

/** What became of a state, by the last time that the run was in it. */
export type Status = 'not-reached' | 'running' | 'waiting' | 'succeeded' | 'caught' | 'failed' | 'stopped';

export type GraphState = {
  name: string;
  type: string;
  status: Status;
  /** How often it was tried again the last time. */
  retries: number;
  visits: Visit[];
  /** The run knows it, and the workflow of today does not. */
  former: boolean;
};
/** A way, how often it was gone, and whether it is gone when nothing fails. */
export type GraphWay = Way & { taken: number; planned: boolean };
export type RunGraph = { states: GraphState[]; ways: GraphWay[]; ending?: Ending };

/**
 * A run as the graph of its workflow: what happened in each state, and which ways were gone. What can only happen when
 * something fails is left out unless it did, or `all` is wanted.
 */
export function runGraph(definition: Definition, events: readonly HistoryEvent[], all = false): RunGraph {
  const { visits, ending } = visitsOf(events);
  const known = statesIn(definition);
  const planned = plannedStates(definition);
  const visited = new Set(visits.map(({ state }) => state));
  const names = [...new Set([...known.keys(), ...visited])];
  const shown = names.filter((name) => all || planned.has(name) || visited.has(name));
  const states = shown.map((name) => {
    const own = visits.filter(({ state }) => state === name);
    const last = own.at(-1);
    return {
      name,
      type: known.get(name)?.Type ?? 'Task',
      status: statusOf(last, known.get(name)?.Type, ending),
      retries: Math.max(0, (last?.tries ?? 0) - 1),
      visits: own,
      former: !known.has(name),
    };
  });
  const ways = waysTaken(definition, visits)
    .map((way) => ({ ...way, planned: planned.has(way.from) && way.kind !== 'catch' }))
    .filter((way) => all || way.taken > 0 || way.planned);
  return { states, ways, ...(ending && { ending }) };
}

function statusOf(visit: Visit | undefined, type: string | undefined, ending: Ending | undefined): Status {
  if (!visit) return 'not-reached';
  if (type === 'Fail') return 'failed';
  if (visit.exitedAt) return visit.caught ? 'caught' : 'succeeded';
  if (!ending) return visit.waiting ? 'waiting' : 'running';
  return ending.how;
}

/** The ways of the definition, and those that a run went under an earlier one. */
function waysTaken(definition: Definition, visits: readonly Visit[]): (Way & { taken: number })[] {
  const ways = waysIn(definition).map((way) => ({ ...way, taken: 0 }));
  for (const { state: to, after } of visits) {
    const before = after === undefined ? undefined : visits[after];
    if (!before) continue;
    const fits = ways.filter((way) => way.from === before.state && way.to === to);
    const way = fits.find(({ kind }) => (kind === 'catch') === before.caught) ?? fits[0];
    if (way) way.taken++;
    else ways.push({ from: before.state, to, kind: before.caught ? 'catch' : 'next', taken: 1 });
  }
  return ways;
}

/** Where the run is now, or was at its end. */
export function lastReached({ states }: RunGraph): string | undefined {
  const entered = ({ visits }: GraphState) => visits.at(-1)?.events[0]?.id ?? 0;
  return states.filter(entered).sort((a, b) => entered(b) - entered(a))[0]?.name;
}
