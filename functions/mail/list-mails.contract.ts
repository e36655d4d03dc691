import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { pageOf } from '../shared/page-shape.ts';
import { MailShown } from './mail-shape.ts';

export const contract: Contract = {
  summary: 'The mails about a case',
  description: 'Each mail with what was told of it last. Its text is a part of the evidence of the case.',
  answers: { 200: { means: 'The mails, the oldest first', body: pageOf(MailShown) } },
  examples: { 'a case that is closed': { as: 'audrey', path: { caseId: example.closed }, answer: 200 } },
};
