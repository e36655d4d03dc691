import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { StoryWorld } from './world.ts';

export type Run = { runId: string; machine: string; status: string };

export const runsOf = ({ api }: StoryWorld, caseId: string): Promise<Run[]> =>
  listed(api('audrey').all('listRuns', { path: { caseId } }));

/** The whole Step Functions history of the run of this machine, through the API. */
export async function historyOf(world: StoryWorld, caseId: string, machine: string): Promise<HistoryEvent[]> {
  const run = (await runsOf(world, caseId)).find((one) => one.machine === machine);
  const path = { caseId, runId: run?.runId ?? '' };
  return (await listed(world.api('audrey').all('getRunHistory', { path }))) as unknown as HistoryEvent[];
}

async function listed<T>(all: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of all) items.push(item);
  return items;
}
