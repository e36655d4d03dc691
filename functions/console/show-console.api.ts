import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isKnown } from '../shared/entity-tag.ts';
import { readEnv } from '../shared/env.ts';
import { SignIn } from '../shared/sign-in.ts';
import { consolePage } from './console-page.ts';

// GET /console: the page for operators. It holds no data; that comes from the API, by the token of whoever signs in.
const env = readEnv('SIGN_IN', 'ORGANISATION');
const template = readFileSync(join(import.meta.dirname, 'console.html'), 'utf8');
const page = consolePage(template, { ...SignIn.parse(JSON.parse(env.SIGN_IN)), organisation: env.ORGANISATION });
const headers = { ...page.headers, etag: page.etag };
const packed = brotliCompressSync(page.markup).toString('base64');

export const handler = async ({ headers: sent }: Pick<APIGatewayProxyEventV2, 'headers'>) => {
  if (isKnown(sent['if-none-match'] ?? '', page.etag)) return { statusCode: 304, headers };
  if (!/\bbr\b/.test(sent['accept-encoding'] ?? '')) return { statusCode: 200, headers, body: page.markup };
  return { statusCode: 200, headers: { ...headers, 'content-encoding': 'br' }, body: packed, isBase64Encoded: true };
};
