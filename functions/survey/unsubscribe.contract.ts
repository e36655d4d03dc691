import * as z from 'zod/mini';
import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';

export const contract: Contract = {
  summary: 'Want no more surveys',
  description:
    'By the button of the page, or by that of a mail program, which sends `List-Unsubscribe=One-Click` (RFC 8058). ' +
    'Holds for every survey from then on; what customers are told about their cases still reaches them.',
  takes: {
    path: z.object({ token: z.string() }),
    body: z.object({ 'List-Unsubscribe': z.optional(z.literal('One-Click')) }),
    type: 'application/x-www-form-urlencoded',
  },
  answers: {
    200: { means: 'It is done', type: 'text/html' },
    404: { means: 'No survey has this link', type: 'text/html' },
    410: { means: 'Nobody was asked by this link', type: 'text/html' },
  },
  examples: {
    'the button of a mail program': {
      path: { token: example.surveyToken },
      body: { 'List-Unsubscribe': 'One-Click' },
      answer: 200,
    },
  },
};
