import { now } from '../shared/now.ts';
import { ballotName, linkName, takePart } from './anonymity.ts';
import type { BallotStore } from './ballot-store.ts';
import type { FoundSurvey } from './find-survey.ts';
import { alreadyCounted, expired, thankYouAnonymously } from './page/notices.ts';
import type { Page } from './page/page.ts';
import type { ReadForm } from './read-form.ts';
import { type RecordWorld, tellRun } from './record-answer.ts';
import { showForm } from './show-form.ts';
import { surveyOf } from './survey.ts';
import type { Reader } from './survey-page.ts';

/**
 * Notes that the customer took part, and keeps what they said where nothing leads back to them. In this order: whoever
 * dies in between leaves no second answer, and the form that is sent again by the same link completes the first.
 */
export async function receiveAnonymous(
  world: RecordWorld & { ballots: BallotStore },
  found: FoundSurvey,
  reader: Reader,
  { filled, answers, errors, isFresh }: ReadForm & { isFresh: boolean },
): Promise<Page> {
  const { caseId, asking, current, token, ref } = found;
  const link = linkName(token);
  const isWrong = !isFresh || Object.keys(errors).length > 0;
  if (found.state === 'open' && isWrong) return showForm(found, reader, { filled, errors, ...(!isFresh && stale) });
  const after = await takePartIn(world, found, link);
  const used = surveyOf(after, asking)?.link;
  if (used !== link) return used ? alreadyCounted(reader) : expired({ ...reader, expiredAt: found.expiredAt });
  const given = answers.flatMap((answer) => (answer.kind === 'text' ? [] : [answer]));
  const box = { survey: ref, campaignId: current.campaign?.campaignId };
  await world.ballots.cast({ box, name: ballotName(token), answers: given });
  await tellRun(world, await world.cases.load(caseId), asking);
  return thankYouAnonymously(reader);
}

const stale = { wrong: 'meanwhile' } as const;

const takePartIn = ({ cases }: RecordWorld, { caseId, asking, current, ref }: FoundSurvey, link: string) => {
  const at = now();
  const decide = takePart({ asking, survey: ref, link }, at);
  return cases.change(caseId, { by: current.customerId, at }, decide);
};
