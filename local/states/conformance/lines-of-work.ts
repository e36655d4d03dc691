import { isObject, type Json } from '../json.ts';
import type { RecordedEvent } from './case.ts';
import { detailsOf } from './recorded-event.ts';

type Branches = (state: string) => string | undefined;

/** Which branch of which Parallel a state stands in, if it stands in one. */
export function branchesOf(definition: Json): Branches {
  const found = new Map<string, string>();
  const walk = (machine: Json | undefined, branch: string | undefined) => {
    if (!isObject(machine) || !isObject(machine.States)) return;
    for (const [name, state] of Object.entries(machine.States)) {
      if (branch !== undefined) found.set(name, branch);
      if (!isObject(state)) continue;
      if (Array.isArray(state.Branches))
        for (const [index, one] of state.Branches.entries()) walk(one, `${name}#${index}`);
      walk(state.ItemProcessor, undefined);
    }
  };
  walk(definition, undefined);
  return (state) => found.get(state);
}

/** For each event, the iteration or branch it belongs to: how those interleave is not fixed. */
export function linesOfWork(events: readonly RecordedEvent[], branches: Branches): Map<number, string> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const lines = new Map<number, string>([[0, '']]);
  const before = (event: RecordedEvent) => byId.get(event.previousEventId);
  /** The line of the Map or Parallel that an event inside or at the end of it belongs to. */
  const owner = (event: RecordedEvent, entered: string, name?: Json): string => {
    let depth = 0;
    for (let at = before(event); at; at = before(at)) {
      if (at.type === entered && (name === undefined ? depth-- === 0 : detailsOf(at).name === name))
        return lines.get(at.id) ?? '';
      if (name === undefined && at.type === entered.replace('Entered', 'Exited')) depth++;
    }
    return '';
  };
  for (const event of events) lines.set(event.id, lineOf(event));
  return lines;

  function lineOf(event: RecordedEvent): string {
    const { name, index } = detailsOf(event);
    const previous = before(event);
    const same = lines.get(event.previousEventId) ?? '';
    if (event.type === 'MapIterationStarted') return `${owner(event, 'MapStateEntered', name)}/${name}[${index}]`;
    if (/^Map(State|Run)(?!Entered)/.test(event.type)) return owner(event, 'MapStateEntered');
    if (/^ParallelState(?!Entered)/.test(event.type)) return owner(event, 'ParallelStateEntered');
    const branch = event.type.endsWith('StateEntered') ? branches(String(name)) : undefined;
    return branch !== undefined && previous?.type === 'ParallelStateStarted' ? `${same}/${branch}` : same;
  }
}
