import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { holdsCardNumber } from './card-number.ts';
import { sha256 } from './chain.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 130 random bits in 26 characters that survive a telephone call (no i, l, o, u). */
export const newId = <P extends string>(prefix: P): `${P}_${string}` =>
  `${prefix}_${Array.from(randomBytes(26), (byte) => ALPHABET[byte % 32]).join('')}`;

/** The id of what a request brings: the same when it comes again, another when only its key is the same. */
export const idOf = (prefix: string, command?: { id: string; hash: string }): string =>
  command ? `${prefix}_${sha256(command.id + command.hash).slice(0, 32)}` : newId(prefix);

const id = (prefix: string) => z.string().check(z.regex(new RegExp(`^${prefix}_[A-Za-z0-9]{1,40}$`)));

export const CaseId = z.string().check(z.regex(/^case_[0-9a-hjkmnp-tv-z]{26}$/));
export const AccountId = id('acc');
/** What a card is called; its number is no name for it. */
export const CardId = id('card').check(
  z.refine((cardId) => !holdsCardNumber(cardId), 'must not hold the number of a card'),
);
/** Whatever can be frozen. */
export const Freezable = z.union([AccountId, CardId]);
export const TransactionId = id('tx');
/** Somebody the case is about or who works on it: a customer, a colleague, a service. The `sub` of their token. */
export const PersonId = z.string().check(z.regex(/^[A-Za-z0-9_:@.|-]{1,128}$/));
/** `<caseId>.approval.<number>`: whoever has the id of an approval knows its case. */
export const ApprovalId = z.string().check(z.regex(/^case_[0-9a-hjkmnp-tv-z]{26}\.approval\.\d{1,4}$/));
/** `<caseId>.<cycle>.<what>`: whoever has the id of a task knows its case. */
export const TaskId = z.string().check(z.regex(/^case_[0-9a-hjkmnp-tv-z]{26}\.\d{1,4}\.[a-z-]{1,40}(\.\d{1,4})?$/));
/** `<caseId>-<cycle>…`: the name of a run in Step Functions. */
export const RunId = z.string().check(z.regex(/^case_[0-9a-hjkmnp-tv-z]{26}[A-Za-z0-9-]{1,49}$/));

/** Whether it is the run of a survey: `<caseId>-<cycle>-survey…`, whichever run of the case began it. */
export const isSurveyRun = (runId: string): boolean => runId.includes('-survey');

/** One run for each survey, whatever becomes of the run of the case that begins it. */
export const surveyRunName = (caseId: string, cycle: number, round = 1): string =>
  `${caseId}-${cycle}-survey${round > 1 ? `-${round}` : ''}`;

/** `…-survey` asks in the first round and `…-survey-2` in the second; tried again they are `…-r2`, and then `…-r3`. */
export function readSurveyRun(runId: string): { name: string; round: number; attempt: number } {
  const [, name = runId, round = 1, attempt = 1] = /^(.*-survey(?:-(\d+))?)(?:-r(\d+))?$/.exec(runId) ?? [];
  return { name, round: Number(round), attempt: Number(attempt) };
}

/** In which cycle of its case a task was opened. */
export const cycleOf = (taskId: string): number => Number(taskId.split('.')[1]);

/** The case of a task or an approval. */
export const caseIdOf = (id: string): string => id.slice(0, id.indexOf('.'));
