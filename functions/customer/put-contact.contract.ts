import type { Contract } from '../contract/contract.ts';

export const contract: Contract = {
  summary: 'Say how to reach somebody',
  description: 'A customer or a colleague. Called by the directory that knows them; the last one counts.',
  answers: { 204: { means: 'It is kept' } },
  examples: {
    'a customer who reads Persian': {
      as: 'admin',
      path: { personId: 'cus_maryam' },
      body: { name: 'مریم احمدی', email: 'maryam@example.com', language: 'fa', timeZone: 'Asia/Tehran' },
      answer: 204,
    },
    'a time zone that there is not': {
      as: 'admin',
      path: { personId: 'cus_maryam' },
      body: { name: 'Maryam', email: 'maryam@example.com', language: 'en', timeZone: 'Mars/Olympus' },
      answer: 400,
    },
  },
};
