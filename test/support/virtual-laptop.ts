import { rmSync } from 'node:fs';
import type { timelinePage } from '../../functions/audit/timeline.ts';
import type { Task } from '../../functions/task/task.ts';
import { MovableClock } from '../../local/clock.ts';
import { seedLaptop, startLaptop, synthesize } from '../../local/laptop.ts';
import { silentTeller } from '../../local/story/teller.ts';
import { type CaseView, inVirtualTime, storyWorld } from '../../local/story/world.ts';

// The same template for every laptop of this process.
let synthesized: Promise<string> | undefined;
async function assembly(): Promise<string> {
  synthesized ??= synthesize();
  const folder = await synthesized;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Timeline = ReturnType<typeof timelinePage>;

/**
 * The whole service in this process, in virtual time, with people, teams and a filled ledger. `warm`: every function is
 * loaded before anybody calls it, as with provisioned concurrency on AWS; what is measured then is work, not cold starts.
 */
export async function virtualLaptop(start: string, { warm = false } = {}) {
  const errors: string[] = [];
  const laptop = await startLaptop({
    assembly: await assembly(),
    clock: new MovableClock({ start: Date.parse(start) }),
    onLog: (name, line) => {
      if (line.includes('"level":"ERROR"')) errors.push(`${name} ${line}`);
    },
  });
  await seedLaptop(laptop);
  if (warm) laptop.cloud.functions.warm();
  const world = storyWorld(laptop, silentTeller, inVirtualTime(laptop));
  const admin = await laptop.as('admin');

  return {
    ...world,
    laptop,
    /** What went wrong in a function without being expected to. */
    errors,
    async timeline(caseId: string) {
      const { items } = (await (await laptop.as('audrey')).get<Timeline>(`/cases/${caseId}/timeline`)).body;
      return items.map(({ kind, ...rest }) => ({ kind, by: rest.by, data: rest.data as Record<string, unknown> }));
    },
    /** A customer reports a card lost. */
    async report(customerId: string, cardId: string): Promise<string> {
      const customer = await laptop.as(customerId);
      const { body } = await customer.post<CaseView>('/cases', { type: 'lost-card', cardId, channel: 'app' });
      return body.caseId;
    },
    /** Waits for an open task of this kind and completes it. */
    async complete(caseId: string, kind: Task['kind'], outcome: string): Promise<void> {
      const task = await world.until(`a task of kind ${kind} is open`, async () =>
        (await world.caseOf(caseId)).tasks.find((one) => one.kind === kind && one.status !== 'completed'),
      );
      const { status, text } = await admin.post(`/tasks/${task.taskId}/complete`, { outcome });
      if (status !== 200) throw new Error(text);
    },
  };
}
