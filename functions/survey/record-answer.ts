import type { Case } from '../case/case.ts';
import type { CaseStore, Change } from '../case/case-store.ts';
import type { VaultStore } from '../customer/vault-store.ts';
import { newId } from '../shared/ids.ts';
import { log } from '../shared/log.ts';
import { answerWait, type WaitsWorld } from '../task/answer-wait.ts';
import { waitingFor } from '../task/wait.ts';
import { answerSurvey } from './answer-survey.ts';
import { isDetractor } from './detractor.ts';
import type { FoundSurvey } from './find-survey.ts';
import type { GivenAnswer } from './read-form.ts';
import type { RulesStore } from './rules-store.ts';
import type { SurveyAnswer } from './survey-fact.ts';

export type RecordWorld = WaitsWorld & {
  cases: CaseStore;
  vault: VaultStore;
  rules: Pick<RulesStore, 'inForce'>;
};
type Given = { answers: readonly GivenAnswer[]; channel: 'web' | 'api' };

/** The case with this answer in it, or undefined when another came first. */
export async function recordAnswer(
  world: RecordWorld,
  found: FoundSurvey,
  { answers: given, channel }: Given,
  change: Change,
): Promise<Case | undefined> {
  const { caseId, asking, current, ref: survey, reader } = found;
  const replaces = found.survey?.versions ?? 0;
  const answers = await Promise.all(given.map((answer) => keep(world.vault, current.customerId, answer)));
  const detractor = isDetractor(answers, await world.rules.inForce());
  const answer = { asking, replaces, survey, language: reader.language, channel, answers, detractor };
  let recorded = false;
  const after = await world.cases.change(caseId, change, (before) => {
    const facts = answerSurvey(answer, change.at)(before);
    recorded = facts.length > 0;
    return facts;
  });
  return recorded ? after : undefined;
}

async function keep(vault: VaultStore, customerId: string, answer: GivenAnswer): Promise<SurveyAnswer> {
  if (answer.kind !== 'text') return answer;
  const { text, ...rest } = answer;
  return { ...rest, textId: await vault.keepText(customerId, newId('comment'), text) };
}

/** Lets the run that waits for the answer go on; when it cannot be reached, the stream does it. */
export async function tellRun(world: RecordWorld, current: Case, { cycle, round }: FoundSurvey['asking']) {
  try {
    await answerWait(world, current, waitingFor.survey(cycle, round));
  } catch (error) {
    const reason = error instanceof Error ? error.name : typeof error;
    log.warn('ANSWER_LEFT_TO_THE_STREAM', { caseId: current.caseId, reason });
  }
}
