import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { StoryWorld } from './world.ts';

export type Run = { runId: string; machine: string; status: string };

export async function runsOf({ as }: StoryWorld, caseId: string): Promise<Run[]> {
  const auditor = await as('audrey');
  return (await auditor.get<{ items: Run[] }>(`/cases/${caseId}/runs`)).body.items;
}

/** The whole Step Functions history of the run of this machine, through the API. */
export async function historyOf(world: StoryWorld, caseId: string, machine: string): Promise<HistoryEvent[]> {
  const auditor = await world.as('audrey');
  const run = (await runsOf(world, caseId)).find((one) => one.machine === machine);
  const events: HistoryEvent[] = [];
  let cursor = '';
  do {
    const path = `/cases/${caseId}/runs/${run?.runId}/history${cursor && `?cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await auditor.get<{ items: HistoryEvent[]; next?: string }>(path);
    events.push(...body.items);
    cursor = body.next ?? '';
  } while (cursor);
  return events;
}
