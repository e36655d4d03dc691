import type { Contract } from '../contract/contract.ts';
import { example } from '../contract/example.ts';
import { CaseReopened } from './case-shape.ts';

export const contract: Contract = {
  summary: 'Take a closed case up again',
  description:
    'Until `reopenUntil` in a new cycle of the same case; later, and after a cancellation, in a new case that is linked to it: `continued` is true, and `caseId` is the new one. What goes on already is left as it is. `thank-you` says that nothing is wrong: nobody is asked again how it went.',
  answers: { 200: { means: 'The case that is open now', body: CaseReopened } },
  examples: {
    'it is not solved after all': {
      as: 'cus_anna',
      path: { caseId: example.closed },
      body: { reason: 'not-solved', channel: 'app', note: 'It was booked again.' },
      answer: 200,
    },
    'a case that is open': {
      as: 'carla',
      path: { caseId: example.investigated },
      body: { reason: 'new-information', channel: 'phone' },
      answer: 200,
    },
  },
};
