import { sha256 } from '../../../functions/shared/chain.ts';
import { factsOf } from './cycle.ts';
import type { Invariant } from './invariant.ts';

/** I8: answers to a survey are numbered without a gap, those in time count, and who is thanked is in the history. */
export const oneAnswer: Invariant = {
  name: 'I8 one answer to a survey',
  watch: ({ truth, database }, { answers }, fail) => ({
    wrote(_, event) {
      if (event?.fact.kind !== 'survey-answered') return;
      const { caseId, at, fact } = event;
      const { events } = truth.of(caseId);
      const { cycle, round = 1, late } = fact.data;
      const same = (one: { cycle: number; round?: number | undefined }) =>
        one.cycle === cycle && (one.round ?? 1) === round;
      const versions = factsOf(events, 'survey-answered')
        .filter(same)
        .map(({ version }) => version);
      if (versions.some((version, index) => version !== index + 1))
        fail(`${caseId} has the answers ${versions.join()}`);
      const { expiresAt = '' } = factsOf(events, 'survey-invited').find(same) ?? {};
      if (!late && at >= expiresAt) fail(`${caseId} was answered after its end`);
    },
    settled() {
      for (const { token, score, status } of answers) {
        const found = database
          .table('case-views')
          .get({ pk: { S: `survey#${sha256(token)}` }, sk: { S: 'invitation' } });
        const caseId = found?.caseId && 'S' in found.caseId ? found.caseId.S : '';
        const { events } = truth.of(caseId);
        const given = events.flatMap(({ fact }) => (fact.kind === 'survey-answered' ? (fact.data.answers ?? []) : []));
        const scores = given.flatMap((answer) => ('value' in answer ? [answer.value] : []));
        if (status === 200 && !scores.includes(score)) fail(`${caseId}: thanked, and not recorded`);
      }
    },
  }),
};
