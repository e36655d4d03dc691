import type { Contract } from '../contract/contract.ts';
import { CustomerShown } from './customer-shape.ts';

export const contract: Contract = {
  summary: 'See how far an erasure is',
  description: 'Also of somebody who is erased: the record outlives the data, and says nothing of the person.',
  answers: { 200: { means: 'Whether the data must stay, and how far its erasure is', body: CustomerShown } },
  examples: { 'it waits for a second person': { as: 'audrey', path: { personId: 'cus_anna' }, answer: 200 } },
};
