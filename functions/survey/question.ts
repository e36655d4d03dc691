import * as z from 'zod/mini';
import { Language } from '../shared/language.ts';
import { scales } from './scales.ts';
import { ChoiceId, QuestionId, Rated } from './survey-fact.ts';

/** A text in the languages of its definition; which they are is checked with the whole. */
export const Words = z.partialRecord(Language, z.string().check(z.trim(), z.minLength(1), z.maxLength(300)));
export type Words = z.infer<typeof Words>;

/** What matters to customers, and what a question finds out about it. */
export const Characteristic = z.enum([
  'overall',
  'speed',
  'outcome',
  'communication',
  'effort',
  'people',
  'price',
  'loyalty',
]);

/** When a question is shown: after a rating within these bounds, or one of these choices. */
const OnlyIf = z.strictObject({
  question: QuestionId,
  atLeast: z.optional(z.int()),
  atMost: z.optional(z.int()),
  is: z.optional(z.array(ChoiceId).check(z.minLength(1))),
});
export type OnlyIf = z.infer<typeof OnlyIf>;

const common = {
  id: QuestionId,
  text: Words,
  characteristic: Characteristic,
  /** An answer is not complete without it. */
  required: z._default(z.boolean(), false),
  onlyIf: z.optional(OnlyIf),
};

export const Question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: Rated, ...common }),
  z.strictObject({
    kind: z.literal('choice'),
    ...common,
    choices: z.array(z.strictObject({ id: ChoiceId, text: Words })).check(z.minLength(2), z.maxLength(12)),
    several: z._default(z.boolean(), false),
    /** Its choices are those a customer could state at the report, so that the two compare. */
    perceives: z.optional(z.enum(['time', 'outcome'])),
  }),
  z.strictObject({
    kind: z.literal('text'),
    ...common,
    longest: z._default(z.int().check(z.gte(1), z.lte(2000)), 2000),
  }),
]);
export type Question = z.infer<typeof Question>;
export type RatedQuestion = Extract<Question, { kind: Rated }>;
export type ChoiceQuestion = Extract<Question, { kind: 'choice' }>;
export type TextQuestion = Extract<Question, { kind: 'text' }>;

export const isRated = (question: Question): question is RatedQuestion => Object.hasOwn(scales, question.kind);
