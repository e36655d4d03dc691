import { isPast } from '../../../functions/case/case.ts';
import { cycleOfRun, runName } from '../../../functions/case/case-workflow.ts';
import type { Invariant } from './invariant.ts';

/**
 * I9: a run of a case that ended badly has a task of somebody, unless the case was closed without it; one of an
 * investigation fails the case that awaits it, and one of a survey rings the alarm of failed runs. Nobody stops a run
 * that is needed.
 */
export const owner: Invariant = {
  name: 'I9 what failed has an owner',
  watch({ truth }, life, fail) {
    const failed: { run: string; caseId: string }[] = [];
    return {
      ended({ beginning: { name: run, machineName, input, caller }, end }) {
        const { caseId } = JSON.parse(input) as { caseId: string };
        if (end?.status === 'SUCCEEDED') return;
        if (end?.status === 'ABORTED') {
          const { current } = truth.of(caseId);
          const latest = runName(caseId, current.cycle, current.attempt);
          const needed = current.status === 'open' && !isPast(current, cycleOfRun(run)) && run === latest;
          if (needed && !caller) fail(`${run} was stopped, and the case needs it`);
          return;
        }
        if (end?.error !== 'NobodyAnswered')
          fail(`${run} ended with ${end?.error ?? end?.status}, and asked nobody before`);
        if (machineName === 'survey') life.alarms.push(caseId);
        if (machineName === 'case' || machineName === 'complaint') failed.push({ run, caseId });
      },
      settled() {
        for (const { run, caseId } of failed) {
          const { tasks, closedAt = '' } = truth.of(caseId).current;
          const asked = tasks.some(({ step, openedAt }) => step === 'case-run' && openedAt <= closedAt);
          if (!asked && !tasks.some(({ step }) => step === 'close-case')) fail(`${run} failed and nobody was asked`);
        }
      },
    };
  },
};
