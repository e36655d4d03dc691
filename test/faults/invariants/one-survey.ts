import { factsOf } from './cycle.ts';
import type { Invariant } from './invariant.ts';

/** I8, besides the answers: each cycle is asked about once, reminded of once, and ended once, in each round. */
export const oneSurvey: Invariant = {
  name: 'I8 one survey of a cycle',
  watch: ({ truth }, _, fail) => ({
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

function hasTwice(askings: readonly { cycle: number; round?: number | undefined }[]): boolean {
  const keys = askings.map(({ cycle, round = 1 }) => `${cycle} ${round}`);
  return new Set(keys).size < keys.length;
}
