/** One event as GetExecutionHistory answers it, with its time in milliseconds since the epoch. */
export type HistoryEvent = {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly [details: `${string}EventDetails`]: Details;
};
export type Details = { readonly [field: string]: unknown };

/** Standard workflows end at this number of events. */
const EVENT_LIMIT = 25_000;

export class HistoryFull extends Error {
  override readonly name = 'HistoryFull';
}

export class History {
  readonly events: HistoryEvent[] = [];

  /** Returns the id. The last place is kept for the event that ends the execution. */
  add(timestamp: number, type: string, previousEventId: number, details?: Details): number {
    const id = this.events.length + 1;
    if (id >= EVENT_LIMIT && !type.startsWith('Execution'))
      throw new HistoryFull(`The execution reached the maximum number of history events (${EVENT_LIMIT}).`);
    const event: { -readonly [K in keyof HistoryEvent]: HistoryEvent[K] } = { id, previousEventId, timestamp, type };
    if (details !== undefined) event[detailsKey(type)] = details;
    this.events.push(event);
    return id;
  }
}

const WHOLE = { truncated: false } as const;
export const inputOf = (text: string) => ({ input: text, inputDetails: WHOLE });
export const outputOf = (text: string) => ({ output: text, outputDetails: WHOLE });
export const enteredWith = (name: string, text: string) => ({ name, input: text, inputDetails: WHOLE });
export const leftWith = (name: string, text: string) => ({ name, output: text, outputDetails: WHOLE });
export const assignedOf = (variables: Readonly<Record<string, string>>) => ({
  assignedVariables: variables,
  assignedVariablesDetails: WHOLE,
});

const keys = new Map<string, `${string}EventDetails`>();

/** All kinds of states share the details of entering and leaving. */
function detailsKey(type: string): `${string}EventDetails` {
  const known = keys.get(type);
  if (known) return known;
  const shared = /State(Entered|Exited)$/.exec(type)?.[0] ?? type;
  const key = `${shared.charAt(0).toLowerCase()}${shared.slice(1)}EventDetails` as const;
  keys.set(type, key);
  return key;
}
