import type { Json } from '../json.ts';
import type { Ran, RecordedCase, RecordedEvent } from './case.ts';
import { difference, shown } from './difference.ts';
import { branchesOf, linesOfWork } from './lines-of-work.ts';
import { contentOf, detailsOf, parsed, parsedContentOf } from './recorded-event.ts';

/** Where a run differs from the recording of the real service, in words; nothing if it does not. */
export function compare({ definition, concurrent, expected }: RecordedCase, ran: Ran): string[] {
  const found = [
    difference(expected.status, ran.status, 'status'),
    ends(expected.output, parsed(ran.output), 'output'),
    ends(expected.error, ran.error, 'error'),
    ends(expected.cause, ran.cause, 'cause'),
    ...(concurrent ? compareLines(expected.events, ran.events, definition) : compareRow(expected.events, ran.events)),
  ];
  return found.filter((one) => one !== undefined);
}

function ends(expected: Json | undefined, got: Json | undefined, at: string): string | undefined {
  if (expected !== undefined) return difference(expected, got, at);
  return got === undefined || got === null ? undefined : `${at}: not in the recording, got ${shown(got)}`;
}

type Events = readonly RecordedEvent[];

/** Event for event, with the same ids and predecessors. */
function compareRow(expected: Events, got: Events): (string | undefined)[] {
  const found = inOrder(expected, got, '');
  for (const [index, event] of expected.entries()) {
    const place = got[index];
    if (place && (place.id !== event.id || !predecessors(event, expected).includes(place.previousEventId)))
      found.push(
        `event ${event.id} ${event.type}: expected to follow ${event.previousEventId}, follows ${place.previousEventId}`,
      );
  }
  return found;
}

function inOrder(expected: Events, got: Events, where: string): string[] {
  const found: string[] = [];
  for (let index = 0; index < Math.max(expected.length, got.length); index++) {
    const [one, other] = [expected[index], got[index]];
    if (!one || !other)
      return [...found, `${where}event ${index + 1}: ${one ? `missing ${one.type}` : `extra ${other?.type}`}`];
    const differs = difference(contentOf(one), parsedContentOf(other), `${where}event ${one.id} ${one.type}`);
    if (differs !== undefined) found.push(differs);
    if (one.type !== other.type) return found;
  }
  return found;
}

/** The service itself moved the predecessor of a failed evaluation between recordings. */
function predecessors(event: RecordedEvent, events: Events): number[] {
  if (event.type !== 'EvaluationFailed') return [event.previousEventId];
  const entered = events.findLast(
    ({ id, type, ...rest }) =>
      id < event.id &&
      type.endsWith('StateEntered') &&
      detailsOf({ id, type, ...rest }).name === detailsOf(event).state,
  );
  return [event.previousEventId, ...(entered ? [entered.id, entered.previousEventId] : [])];
}

/** Follows whichever line of work came last. */
const FREE =
  /^(MapIterationStarted|MapStateSucceeded|MapStateExited|MapStateFailed|MapIterationAborted|TaskStateAborted|ParallelStateSucceeded|ParallelStateExited|ParallelStateFailed)$/;

/** The same lines of work, each with the same events in the same order. */
function compareLines(expected: Events, got: Events, definition: Json): string[] {
  const branches = branchesOf(definition);
  const [ours, theirs] = [byLine(expected, branches), byLine(got, branches)];
  const found: string[] = [];
  const pairs = new Map([[0, 0]]);
  for (const line of new Set([...ours.keys(), ...theirs.keys()])) {
    const [one, other] = [ours.get(line) ?? [], theirs.get(line) ?? []];
    found.push(...inOrder(one, other, `'${line}' `));
    for (const [index, { id }] of one.entries()) pairs.set(id, other[index]?.id ?? -1);
  }
  if (found.length > 0) return found;
  const byId = new Map(got.map((event) => [event.id, event]));
  return expected
    .filter(({ type }) => !FREE.test(type))
    .filter(({ id, previousEventId }) => byId.get(pairs.get(id) ?? -1)?.previousEventId !== pairs.get(previousEventId))
    .map(({ id, type }) => `event ${id} ${type} follows another event than in the recording`);
}

function byLine(events: Events, branches: ReturnType<typeof branchesOf>): Map<string, RecordedEvent[]> {
  const lines = linesOfWork(events, branches);
  const grouped = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const line = lines.get(event.id) ?? '';
    grouped.set(line, [...(grouped.get(line) ?? []), event]);
  }
  return grouped;
}
