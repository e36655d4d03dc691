import * as z from 'zod/mini';

const event = <T extends string, S extends z.core.$ZodShape>(type: T, detail: S) =>
  z.strictObject({ type: z.literal(type), detail: z.strictObject(detail) });
const Count = z.int().check(z.positive());

// All that others are told. Ids, numbers, instants and enumerations: what somebody wrote is never among it.
export const PublicEvent = z.discriminatedUnion('type', [
  /** Somebody answered a survey, or changed their answer (`answerVersion` from 1 on). */
  event('survey.responded', {
    caseId: z.string(),
    cycle: Count,
    round: Count,
    survey: z.string(),
    surveyVersion: z.int(),
    answerVersion: Count,
    language: z.string(),
    channel: z.string(),
    late: z.boolean(),
    detractor: z.boolean(),
    answers: z.array(
      z.strictObject({
        question: z.string(),
        kind: z.string(),
        value: z.optional(z.number()),
        from: z.optional(z.number()),
        to: z.optional(z.number()),
        choices: z.optional(z.array(z.string())),
      }),
    ),
  }),
  /** Somebody answered an anonymous survey: who and what is told to nobody. */
  event('survey.taken-part', { survey: z.string(), surveyVersion: z.int() }),
  /** The root over all chains of events, with the proof that its tree begins with that of the root told before. */
  event('audit.root-published', { size: Count, root: z.string(), before: z.int(), path: z.array(z.string()) }),
  /** Something happened that the clocks of a case go by; told of a close always, of all else only as long as promises climb the ladder of reminders. */
  event('clocks.moved', { caseId: z.string(), seq: Count }),
  /** Somebody waits for the evidence of a case. */
  event('evidence.wanted', { caseId: z.string() }),
  /** Somebody has called a customer who was not content. */
  event('recovery.ended', { caseId: z.string(), cycle: Count, outcome: z.string() }),
]);
export type PublicEvent = z.infer<typeof PublicEvent>;
