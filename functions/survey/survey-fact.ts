import * as z from 'zod/mini';
import { Language } from '../shared/language.ts';
import { WishedOutcome, WishedTime } from './expectation.ts';

// What a case's history says of its surveys. Ids, numbers and enumerations; what somebody wrote is in the vault.

const Count = z.int().check(z.positive());
const Instant = z.iso.datetime();
const Name = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
export const SurveyId = Name;
export const QuestionId = Name;
export const ChoiceId = Name;

/** What a survey asked: a definition in the version that was in force. Version 0 came with the service. */
export const SurveyRef = z.strictObject({ id: SurveyId, version: z.int().check(z.gte(0)) });
export type SurveyRef = z.infer<typeof SurveyRef>;
/** What an invitation asks that does not say: the first ones had one survey only. */
export const firstSurvey: SurveyRef = { id: 'after-case', version: 0 };

/** After a piece of work, or from time to time whatever happened. The two are never counted together. */
export const SurveyKind = z.enum(['transactional', 'relationship']);
export type SurveyKind = z.infer<typeof SurveyKind>;

/** The draw a case was in: of which period, in which stratum, at which rate (0 to 1). */
export const Sample = z.strictObject({ period: z.string(), stratum: z.string(), rate: z.number() });
export type Sample = z.infer<typeof Sample>;

/** Why somebody was not asked, the first reason that held. */
export const NotAsked = z.enum([
  'customer-withdrew',
  'no-address',
  'address-bounced',
  'no-survey-for-this-type',
  'not-after-this-resolution',
  'closed-without-survey',
  'case-too-old',
  'merged',
  'cancelled',
  'reopened',
  'spam',
  'staff',
  'part-of-major-incident',
  'trivial-reopen',
  'opted-out',
  'no-consent',
  'not-sampled',
  'contact-budget-spent',
  'could-not-be-asked',
]);
export type NotAsked = z.infer<typeof NotAsked>;

export const Rated = z.enum(['csat', 'nps', 'ces', 'likert']);
export type Rated = z.infer<typeof Rated>;

/** One answer with the scale it was given on: a later change of the definition changes nothing about it. */
export const SurveyAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ question: QuestionId, kind: Rated, value: z.int(), from: z.int(), to: z.int() }),
  z.strictObject({
    question: QuestionId,
    kind: z.literal('choice'),
    choices: z.array(ChoiceId),
    offered: z.array(ChoiceId),
    /** The answer tells how long it took, or what came of it, as the customer saw it. */
    perceives: z.optional(z.enum(['time', 'outcome'])),
  }),
  z.strictObject({ question: QuestionId, kind: z.literal('text'), textId: z.string() }),
]);
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;

/** Which asking it is about. Round 2 is the one after a detractor's case was taken up again; absent is 1. */
const asking = { cycle: Count, round: z.optional(Count) };

/** The members of `CaseFact` that are about surveys. The optional ones are absent in the first histories. */
export const surveyFacts = {
  'survey-invited': {
    ...asking,
    expiresAt: Instant,
    survey: z.optional(SurveyRef),
    kind: z.optional(SurveyKind),
    language: z.optional(Language),
    channel: z.optional(z.enum(['email'])),
    sample: z.optional(Sample),
    /** It was promised that nobody finds out who answered what. */
    anonymous: z.optional(z.literal(true)),
    /** The scale of its first question, which the mail offers; absent is csat. */
    scale: z.optional(Rated),
    /** The link stands in the closing notice; no letter of its own is sent. */
    with: z.optional(z.literal('closing-notice')),
  },
  'survey-not-asked': { ...asking, reason: NotAsked, survey: z.optional(SurveyRef), sample: z.optional(Sample) },
  'survey-reminded': { ...asking, expiresAt: Instant, number: z.optional(Count) },
  /** A form came that was not complete: somebody began, and opening the page is not beginning. */
  'survey-started': asking,
  /** `version` counts the answers to one asking; the last that is not `late` counts. */
  'survey-answered': {
    ...asking,
    survey: z.optional(SurveyRef),
    version: z.optional(Count),
    answers: z.optional(z.array(SurveyAnswer)),
    language: z.optional(Language),
    channel: z.optional(z.enum(['web', 'api'])),
    /** It came when the survey was over: kept, shown, and not counted. */
    late: z.optional(z.literal(true)),
    /** So low that somebody should call. */
    detractor: z.optional(z.literal(true)),
    /** All that is known of it: somebody took part, by the link with this name. What they said is not here. */
    anonymous: z.optional(z.literal(true)),
    link: z.optional(z.string()),
    /** All that the first answers were: satisfaction from 1 to 5, and a comment. */
    score: z.optional(z.int().check(z.gte(1), z.lte(5))),
    commentId: z.optional(z.string()),
  },
  /** No person gave this answer; it stays where it is and counts for nothing. */
  'survey-answer-set-aside': { ...asking, version: Count, reason: z.enum(['burst']) },
  /** The customer wants no surveys, this one included; `opt-out` is when they said so elsewhere. */
  'survey-declined': { ...asking, through: z.enum(['page', 'one-click', 'opt-out']) },
  'survey-expired': asking,
} as const;

/** What a customer hoped for when they reported, as far as they said. */
export const Expectation = z.strictObject({ time: z.optional(WishedTime), outcome: z.optional(WishedOutcome) });
export type Expectation = z.infer<typeof Expectation>;
