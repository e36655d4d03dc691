import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseId } from '../shared/ids.ts';
import { Instant } from '../shared/instant-shape.ts';
import { Language } from '../shared/language.ts';
import { SurveyIsAnonymous, SurveyNotOpen } from './refusals.ts';
import { QuestionId, SurveyRef } from './survey-fact.ts';

export const contract: Contract = {
  summary: 'Get a link to the survey that is open, or all it takes to ask it yourself',
  description:
    'For an app that asks on a page of its own: the questions in every language, and the `token` and the `form` to send the answer with. `form` is good for one answer. Each call makes a new link; all of them lead to the same survey, which is answered once.',
  answers: {
    201: {
      means: 'The link',
      shownWithout: true,
      body: z.strictObject({
        ...{ caseId: CaseId, token: z.string(), url: z.string(), form: z.string() },
        ...{ survey: SurveyRef, state: z.enum(['open', 'answered']), language: Language, expiresAt: Instant },
        questions: z.array(z.looseObject({ id: QuestionId, kind: z.string() })),
      }),
    },
  },
  errors: [new SurveyNotOpen(example.ready), new SurveyIsAnonymous(example.closed)],
  examples: {
    'the app asks Anna itself': { as: 'cus_anna', path: { caseId: example.closed }, answer: 201 },
    'the case is open yet': { as: 'cus_james', path: { caseId: example.ready }, answer: 409 },
  },
};
