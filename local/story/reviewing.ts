import type { Cases } from './lost-card.ts';
import { runsOf } from './runs.ts';
import type { CaseView, StoryWorld } from './world.ts';

const expected = {
  maryam: ['tx_maryamabroad paid-abroad', 'tx_maryamlarge far-above-usual', 'tx_maryamtwice2 charged-twice'],
  anna: ['tx_annaflagged flagged-by-detection'],
};

const departmentsOf = ({ findings }: CaseView) => new Set(findings.map((finding) => finding.department));

export async function reviewing(world: StoryWorld, cases: Cases): Promise<void> {
  const { chapter, check, until, caseOf } = world;
  chapter('Customer, cards and transactions are reviewed by rules; the suspicious start an investigation');
  for (const who of ['maryam', 'anna'] as const) {
    const current = await until(`the tasks of ${who}'s investigation are open`, async () => {
      const seen = await caseOf(cases[who]);
      return departmentsOf(seen).size > 0 && seen.tasks.length === departmentsOf(seen).size ? seen : undefined;
    });
    const found = current.findings.map((one) => `${one.transactionId} ${one.rule}`).sort();
    check(`suspicious for ${who}: ${found.join(', ')}`, found.join() === expected[who].join(), found);
    const tasks = current.tasks.map((task) => `${task.kind} for ${task.team}`);
    const teams = [...departmentsOf(current)].every((team) => current.tasks.some((task) => task.team === team));
    check(`open tasks: ${tasks.join(', ')}`, teams, tasks);
    const investigation = (await runsOf(world, cases[who])).find((run) => run.machine === 'investigation');
    check('an investigation run is awaited', investigation?.status === 'RUNNING', investigation);
  }
}
