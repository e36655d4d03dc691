import type { Invariant } from './invariant.ts';

/**
 * I9: a run of a case that ended badly has a task of somebody, unless the case was closed without it; one of an
 * investigation fails the case that awaits it, and one of a survey rings the alarm of failed runs.
 */
export const owner: Invariant = {
  name: 'I9 what failed has an owner',
  watch(world, life, fail) {
    const failed: { run: string; caseId: string }[] = [];
    return {
      ended({ beginning: { name: run, machineName, input }, end }) {
        const { caseId } = JSON.parse(input) as { caseId: string };
        if (end?.status === 'SUCCEEDED') return;
        if (end?.error !== 'NobodyAnswered')
          fail(`${run} ended with ${end?.error ?? end?.status}, and asked nobody before`);
        if (machineName === 'survey') life.alarms.push(caseId);
        if (machineName === 'case') failed.push({ run, caseId });
      },
      settled() {
        for (const { run, caseId } of failed) {
          const { tasks, closedAt = '' } = world.truth.of(caseId).current;
          const asked = tasks.some(({ step, openedAt }) => step === 'case-run' && openedAt <= closedAt);
          if (!asked && !tasks.some(({ step }) => step === 'close-case')) fail(`${run} failed and nobody was asked`);
        }
      },
    };
  },
};
