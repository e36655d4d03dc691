import type { Contract } from '../contract/contract.ts';

export const contract: Contract = {
  summary: 'The operator console, for people',
  description: 'A page that signs in at the issuer of this deployment and reads this API with the token it gets.',
  answers: {
    200: { means: 'The page', type: 'text/html' },
    304: { means: 'It is still the version of `If-None-Match`' },
  },
  examples: { 'the page': { answer: 200 } },
};
