import { readSurveyRun } from '../../../functions/shared/ids.ts';
import type { Watcher } from '../simulator/watchers.ts';
import { factsOf } from './cycle.ts';
import type { Invariant } from './invariant.ts';

/**
 * I8, besides the answers: each cycle is asked about once, reminded of once, and ended once, in each round; a round has
 * one run at a time.
 */
export const oneSurvey: Invariant = {
  name: 'I8 one survey of a cycle',
  watch: ({ truth }, _, fail) => ({
    ...oneRunAtATime(fail),
    wrote(_write, event) {
      const { kind } = event?.fact ?? {};
      if (!event || (kind !== 'survey-invited' && kind !== 'survey-not-asked' && kind !== 'survey-expired')) return;
      const { events } = truth.of(event.caseId);
      const begun = [...factsOf(events, 'survey-invited'), ...factsOf(events, 'survey-not-asked')];
      if (hasTwice(begun)) fail(`a cycle of ${event.caseId} was asked about twice`);
      if (hasTwice(factsOf(events, 'survey-expired'))) fail(`a survey of ${event.caseId} ended twice`);
    },
  }),
};

/** Several may follow each other: one that died is tried again. */
function oneRunAtATime(fail: (why: string) => void): Watcher {
  const over = new Map<string, { run: string; since: number }>();
  return {
    ended({ beginning: { name: run, machineName, startDate, input }, end }) {
      if (machineName !== 'survey' || !end) return;
      const { caseId, cycle } = JSON.parse(input) as { caseId: string; cycle: number };
      const survey = `${caseId} ${cycle} ${readSurveyRun(run).round}`;
      const before = over.get(survey);
      if (before && startDate < before.since) fail(`${run} and ${before.run} ran at once`);
      over.set(survey, { run, since: end.stopDate });
    },
  };
}

function hasTwice(askings: readonly { cycle: number; round?: number | undefined }[]): boolean {
  const keys = askings.map(({ cycle, round = 1 }) => `${cycle} ${round}`);
  return new Set(keys).size < keys.length;
}
