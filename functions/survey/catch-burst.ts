import type { CaseStore } from '../case/case-store.ts';
import { log } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import { isBurst, setAside } from './burst.ts';
import type { FoundSurvey } from './find-survey.ts';
import type { LastAnswerStore } from './last-answer-store.ts';
import { type Asking, surveyOf } from './survey.ts';

type World = { cases: CaseStore; lastAnswers: LastAnswerStore };

/**
 * After an answer that was recorded: when the same person answered another survey a moment ago, a program opened their
 * mails and sent what it found, and both answers are set aside. Tells whether it was so.
 */
export async function isOneOfMany(world: World, found: FoundSurvey, version: number, at: Instant): Promise<boolean> {
  const { caseId, asking, current } = found;
  const about = { caseId, ...asking, version };
  const before = await world.lastAnswers.replace(current.customerId, { about, at });
  const isOther = before && (before.about.caseId !== caseId || !isSame(before.about, asking));
  if (!isOther || !isBurst(Date.parse(before.at), Date.parse(at))) return false;
  await leaveOut(world, before.about.caseId, before.about, before.about.version, at);
  await leaveOut(world, caseId, asking, version, at);
  return true;
}

/** After an answer that was not taken, as another had come first: when that was a moment ago, it is set aside, too. */
export async function spoilsTheFirst({ cases }: World, { caseId, asking }: FoundSurvey, at: Instant): Promise<void> {
  const history = await cases.history(caseId);
  const last = history.findLast(({ fact }) => fact.kind === 'survey-answered' && isSame(fact.data, asking));
  if (!last || !isBurst(Date.parse(last.at), Date.parse(at))) return;
  const version = last.fact.kind === 'survey-answered' ? (last.fact.data.version ?? 1) : 1;
  await leaveOut({ cases }, caseId, asking, version, at);
}

async function leaveOut({ cases }: Pick<World, 'cases'>, caseId: string, asking: Asking, version: number, at: Instant) {
  const after = await cases.change(caseId, { by: 'survey', at }, setAside(asking, version));
  log.info('ANSWER_SET_ASIDE', { caseId, version, reason: 'burst', status: surveyOf(after, asking)?.status });
}

const isSame = (one: Asking, other: Asking): boolean =>
  one.cycle === other.cycle && (one.round ?? 1) === (other.round ?? 1);
