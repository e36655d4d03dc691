import * as z from 'zod/mini';
import { CaseType, Resolution } from '../case/case-fact.ts';
import { SurveyId } from './survey-fact.ts';

const whole = (from: number, to: number) => z.int().check(z.gte(from), z.lte(to));
const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** Up to where a rating is so low that somebody calls. */
const Detractor = z.strictObject({ csat: whole(1, 4), nps: whole(0, 9), ces: whole(1, 6), likert: whole(1, 4) });

/** Who is asked which survey after a case, when, how often, and what follows from a bad answer. */
export const SurveyRules = z
  .strictObject({
    /** Which survey is asked after a case of which type; a type that is not here is not surveyed. */
    after: z.partialRecord(CaseType, SurveyId),
    notAfter: z.array(Resolution),
    /** A case that took longer is not asked about: nobody remembers how it began. */
    oldestDays: whole(1, 3650),
    /** Whether silence means yes. */
    consent: z.enum(['opt-out', 'opt-in']),
    delayHours: whole(0, 720),
    /** Nobody is written to between these times, by the clock of where they are. */
    quietHours: z.strictObject({ from: TimeOfDay, to: TimeOfDay }),
    /** Hours after the last exchange with the customer, so that a survey does not interrupt a talk. */
    restHours: whole(0, 168),
    letter: z.enum(['separate', 'with-closing-notice']),
    openDays: whole(1, 90),
    reminders: whole(0, 3),
    remindAfterDays: whole(1, 30),
    /** Requests to answer that one person gets of all surveys together. */
    budget: z.strictObject({ most: whole(1, 50), inDays: whole(1, 730) }),
    /** Which share of the cases of a type is asked, 1 where none is named. */
    rates: z.partialRecord(CaseType, z.number().check(z.gte(0), z.lte(1))),
    recovery: z.strictObject({
      detractor: Detractor,
      /** Within which somebody has to have called. */
      hours: whole(1, 240),
      /** The survey asked after that, and how long after. */
      survey: SurveyId,
      askAgainAfterHours: whole(1, 720),
    }),
  })
  .check(
    z.refine(({ reminders, remindAfterDays, openDays }) => reminders * remindAfterDays < openDays, {
      path: ['openDays'],
      message: 'must leave time to answer after the last reminder',
    }),
  );
export type SurveyRules = z.infer<typeof SurveyRules>;

/** In force until others are saved. */
export const shippedRules: SurveyRules = {
  after: { 'lost-card': 'after-case', 'suspicious-payment': 'after-case' },
  notAfter: ['customer-withdrew'],
  oldestDays: 180,
  consent: 'opt-out',
  delayHours: 24,
  quietHours: { from: '21:00', to: '08:00' },
  restHours: 12,
  letter: 'separate',
  openDays: 14,
  reminders: 1,
  remindAfterDays: 3,
  budget: { most: 3, inDays: 90 },
  rates: {},
  recovery: {
    detractor: { csat: 2, nps: 6, ces: 3, likert: 2 },
    hours: 24,
    survey: 'after-recovery',
    askAgainAfterHours: 48,
  },
};
