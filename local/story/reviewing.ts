import type { Cases } from './lost-card.ts';
import { runsOf } from './runs.ts';
import type { StoryWorld } from './world.ts';

const expected = {
  maryam: ['tx_maryamabroad paid-abroad', 'tx_maryamlarge far-above-usual', 'tx_maryamtwice2 charged-twice'],
  anna: ['tx_annaflagged flagged-by-detection'],
};

export async function reviewing(world: StoryWorld, cases: Cases): Promise<void> {
  const { chapter, check, until, caseOf } = world;
  chapter('Customer, cards and transactions are reviewed by rules; the suspicious start an investigation');
  for (const who of ['maryam', 'anna'] as const) {
    const current = await until(`the tasks of ${who}'s investigation are open`, async () => {
      const seen = await caseOf(cases[who]);
      return seen.tasks.length > 0 ? seen : undefined;
    });
    const found = current.findings.map((one) => `${one.transactionId} ${one.rule}`).sort();
    check(`suspicious for ${who}: ${found.join(', ')}`, found.join() === expected[who].join(), found);
    const tasks = current.tasks.map((task) => `${task.kind} for ${task.team}`);
    const departments = new Set(current.findings.map((finding) => finding.department));
    check(`open tasks: ${tasks.join(', ')}`, tasks.length === departments.size, tasks);
    const investigation = (await runsOf(world, cases[who])).find((run) => run.machine === 'investigation');
    check('an investigation run is awaited', investigation?.status === 'RUNNING', investigation);
  }
}
