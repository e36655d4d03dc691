/** An event of a run's history, as Step Functions records it; what is told of it stands in a field of its own. */
export type HistoryEvent = { id: number; type: string; timestamp: string; previousEventId?: number };
export type Failure = { at: string; error: string; cause: string };

/** One time that a run was in a state. */
export type Visit = {
  state: string;
  enteredAt: string;
  exitedAt?: string;
  /** As text, JSON mostly. */
  input?: string;
  output?: string;
  /** How often what the state does was begun. */
  tries: number;
  failures: Failure[];
  /** Somebody has been asked for an answer, and has not given it. */
  waiting: boolean;
  /** The last try failed, and the workflow says what then. */
  caught: boolean;
  /** Which visit came before, by its place. */
  after?: number;
  events: HistoryEvent[];
};

/** How a run ended; nothing while it goes on. */
export type Ending = { how: 'succeeded' | 'failed' | 'stopped'; error: string; cause: string };

type Details = { name?: string; input?: string; output?: string; error?: string; cause?: string; parameters?: string };

/** Each event follows the one it names, so that what happens side by side is told apart. */
export function visitsOf(events: readonly HistoryEvent[]): { visits: Visit[]; ending?: Ending } {
  const visits: Visit[] = [];
  const visitOf = new Map<number, number>();
  let ending: Ending | undefined;
  for (const event of events) {
    const before = visitOf.get(event.previousEventId ?? 0);
    const details = detailsOf(event);
    if (event.type.endsWith('StateEntered')) {
      visitOf.set(event.id, visits.length);
      visits.push(entered(event, details, before));
      continue;
    }
    ending ??= endingOf(event, details);
    const visit = before === undefined ? undefined : visits[before];
    if (!visit || before === undefined || event.type.startsWith('Execution')) continue;
    visitOf.set(event.id, before);
    visit.events.push(event);
    happened(visit, event, details);
  }
  return { visits, ...(ending && { ending }) };
}

const entered = (event: HistoryEvent, { name = '', input }: Details, after: number | undefined): Visit => ({
  ...{ state: name, enteredAt: event.timestamp, tries: 0, failures: [], waiting: false, caught: false },
  ...(input !== undefined && { input }),
  ...(after !== undefined && { after }),
  events: [event],
});

function happened(visit: Visit, { type, timestamp }: HistoryEvent, details: Details): void {
  const { error = '', cause = '', output } = details;
  if (/Scheduled$/.test(type)) visit.tries++;
  if (/Submitted$/.test(type)) visit.waiting = true;
  if (/(Succeeded|Failed|TimedOut)$/.test(type)) visit.waiting = false;
  if (/(Failed|TimedOut)$/.test(type)) visit.failures.push({ at: timestamp, error, cause });
  if (/(Failed|TimedOut)$/.test(type)) visit.caught = true;
  if (/(Scheduled|Succeeded)$/.test(type)) visit.caught = false;
  if (!type.endsWith('StateExited')) return;
  visit.exitedAt = timestamp;
  if (output !== undefined) visit.output = output;
}

const endings: Record<string, Ending['how']> = {
  ExecutionSucceeded: 'succeeded',
  ExecutionFailed: 'failed',
  ExecutionTimedOut: 'stopped',
  ExecutionAborted: 'stopped',
};

function endingOf({ type }: HistoryEvent, { error = '', cause = '' }: Details): Ending | undefined {
  const how = endings[type];
  return how && { how, error, cause };
}

/** What an event tells stands under a name made from its type. */
export function detailsOf(event: HistoryEvent): Details {
  const [, details = {}] = Object.entries(event).find(([name]) => name.endsWith('EventDetails')) ?? [];
  return details as Details;
}

/** The run of a case that a state started, if it did. */
export function startedBy({ events }: Visit): string | undefined {
  const answers = events.filter(({ type }) => /(Submitted|Succeeded)$/.test(type)).map(detailsOf);
  return answers.flatMap(({ output = '' }) => /:execution:[\w-]+:(case_[\w-]+)/.exec(output)?.[1] ?? [])[0];
}
