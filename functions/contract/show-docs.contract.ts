import type { Contract } from './contract.ts';

export const contract: Contract = {
  summary: 'This contract, for people',
  answers: { 200: { means: 'The page you may be reading', type: 'text/html' } },
  examples: { 'the page': { answer: 200 } },
};
