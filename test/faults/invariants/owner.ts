import type { Invariant } from './invariant.ts';

/** I9: a run that ended badly has a task of somebody, or a dead letter. */
export const owner: Invariant = {
  name: 'I9 what failed has an owner',
  watch(world, _, fail) {
    const failed: { run: string; caseId: string; machine: string }[] = [];
    return {
      ended({ beginning: { name: run, machineName: machine, input }, end }) {
        if (end?.status !== 'SUCCEEDED') failed.push({ run, machine, caseId: JSON.parse(input).caseId });
      },
      settled() {
        for (const { run, caseId } of failed) {
          const { current } = world.truth.of(caseId);
          if (!current.tasks.some((task) => task.kind === 'failed-step')) fail(`${run} failed and nobody was asked`);
        }
      },
    };
  },
};
