import { openapi } from './openapi.ts';
import { contractPage } from './page/contract-page.ts';
import { contentSecurityPolicy } from './page/look.ts';

// GET /docs: the contract, for people
const body = contractPage(openapi);
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'public, max-age=300',
};

export const handler = async () => ({ statusCode: 200, headers, body });
