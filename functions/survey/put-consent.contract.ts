import type { Contract } from '../contract/contract.ts';
import { CustomerNotFound } from '../customer/refusals.ts';
import { ConsentShown } from './consent-shape.ts';

export const contract: Contract = {
  summary: 'Say whether somebody wants to be asked',
  description:
    'By customers for themselves, or by a colleague whom they told. Holds for every survey from then on, also for the reminder of one that is open; what customers are told about their cases still reaches them. Who said it and when is recorded.',
  answers: { 200: { means: 'It is kept', body: ConsentShown } },
  errors: [new CustomerNotFound('cus_nobody')],
  examples: {
    'a customer wants no surveys': {
      as: 'cus_anna',
      path: { personId: 'cus_anna' },
      body: { surveys: 'no' },
      answer: 200,
    },
    'a colleague was told on the phone': {
      as: 'carla',
      path: { personId: 'cus_anna' },
      body: { surveys: 'yes' },
      answer: 200,
    },
    'neither yes nor no': { as: 'carla', path: { personId: 'cus_anna' }, body: { surveys: 'later' }, answer: 400 },
  },
};
