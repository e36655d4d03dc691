import { isPast } from '../../../functions/case/case.ts';
import { cycleOfRun, runName } from '../../../functions/case/case-workflow.ts';
import type { Invariant } from './invariant.ts';

/**
 * I9: of a run that ended badly, of a case or of a survey, somebody was asked, unless the case went on without it; one
 * of an investigation fails the case that awaits it. Nobody stops a run that is needed, but a person.
 */
export const owner: Invariant = {
  name: 'I9 what failed has an owner',
  watch({ truth, stopped }, _life, fail) {
    const failed: { run: string; caseId: string; at: string }[] = [];
    return {
      ended({ beginning: { name: run, machineName, input, caller }, end }) {
        if (!end || end.status === 'SUCCEEDED') return;
        const { caseId } = JSON.parse(input) as { caseId: string };
        const { current } = truth.of(caseId);
        if (end.status === 'ABORTED' && !stopped.has(run)) {
          const latest = runName(caseId, current.cycle, current.attempt);
          const needed = current.status === 'open' && !isPast(current, cycleOfRun(run)) && run === latest;
          if (needed && !caller) fail(`${run} was stopped, and the case needs it`);
          return;
        }
        const handled = end.error === 'NobodyAnswered' || stopped.has(run);
        if (!handled) fail(`${run} ended with ${end.error ?? end.status}, and asked nobody before`);
        if (machineName !== 'investigation') failed.push({ run, caseId, at: new Date(end.stopDate).toISOString() });
      },
      settled() {
        for (const { run, caseId, at } of failed) {
          const { current, events } = truth.of(caseId);
          const asked = current.tasks.some(({ step, askedAt }) => askedAt === run || step === 'close-case');
          // Without a person it may go on only by another turn of the case.
          const turned = events.some(
            ({ fact, at: then }) => then >= at && (fact.kind === 'case-cancelled' || fact.kind === 'case-reopened'),
          );
          const closed = !run.includes('-survey') && events.some(({ fact }) => fact.kind === 'case-closed');
          if (!asked && !turned && !closed && !isPast(current, cycleOfRun(run)))
            fail(`${run} failed and nobody was asked`);
        }
      },
    };
  },
};
