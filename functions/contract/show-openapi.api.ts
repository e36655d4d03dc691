import { openapi } from './openapi.ts';

// GET /openapi.json: the contract, for programs
const body = JSON.stringify(openapi);
const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' };

export const handler = async () => ({ statusCode: 200, headers, body });
