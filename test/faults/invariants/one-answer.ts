import { sha256 } from '../../../functions/shared/chain.ts';
import type { Invariant } from './invariant.ts';

/** I8: a survey has one answer at most, the one a customer gave by a link of theirs; who is thanked is counted. */
export const oneAnswer: Invariant = {
  name: 'I8 one answer to a survey',
  watch: ({ truth, database }, { answers }, fail) => ({
    wrote(_, event) {
      if (event?.fact.kind !== 'survey-answered') return;
      const { events } = truth.of(event.caseId);
      if (events.filter(({ fact }) => fact.kind === 'survey-answered').length > 1)
        fail(`${event.caseId} has two answers`);
      if (events.some(({ fact }) => fact.kind === 'survey-expired')) fail(`${event.caseId} was answered after its end`);
    },
    settled() {
      for (const { token, score, status } of answers) {
        const found = database
          .table('case-views')
          .get({ pk: { S: `survey#${sha256(token)}` }, sk: { S: 'invitation' } });
        const caseId = found?.caseId && 'S' in found.caseId ? found.caseId.S : '';
        const { current } = truth.of(caseId);
        if (status === 200 && current.surveys.at(-1)?.status !== 'answered')
          fail(`${caseId}: thanked, and not counted`);
        const own = answers.filter((one) => one.token === token && one.status === 200).map((one) => one.score);
        if (status === 200 && own.length === 1 && current.surveys.at(-1)?.score !== score)
          fail(`${caseId} has another score`);
      }
    },
  }),
};
