import * as z from 'zod/mini';
import { PersonId } from '../shared/ids.ts';
import { Language } from '../shared/language.ts';
import { mustBeAskable } from './askable.ts';
import { Question } from './question.ts';
import { SurveyKind, type SurveyRef } from './survey-fact.ts';

/** What is asked. A saved version never changes; every answer names the one it was given to. */
export const SurveyDefinition = z
  .strictObject({
    /** What will be decided with the answers; a survey that decides nothing is not asked. */
    purpose: z.string().check(z.trim(), z.minLength(10), z.maxLength(500)),
    /** Who answers for it: the questions, the results, and what follows from them. */
    owner: PersonId,
    kind: SurveyKind,
    languages: z.array(Language).check(z.minLength(1)),
    /** Promised to whoever is asked: nobody finds out who answered what. */
    anonymous: z.optional(z.literal(true)),
    questions: z.array(Question).check(z.minLength(1), z.maxLength(12)),
  })
  .check(z.check(mustBeAskable));
export type SurveyDefinition = z.infer<typeof SurveyDefinition>;

/** A definition in one version. */
export type KnownDefinition = SurveyRef & { definition: SurveyDefinition };

/** The language a survey is asked in: the reader's if it has it, otherwise the first it has. */
export const languageFor = ({ languages }: SurveyDefinition, reader: Language): Language =>
  languages.find((one) => one === reader) ?? languages[0] ?? 'en';
