import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccountGateway } from '../../functions/account/account.ts';
import { AccountServiceUnavailable } from '../../functions/shared/errors.ts';
import { close, listen, urlOf } from '../cloud/listen.ts';
import type { Answer, Misbehaviour } from './misbehaviours.ts';
import { refusalOf, type Verifier } from './verify-request.ts';

/** What the bank was asked, in order, and how it answered. `status` 0: it did not answer. */
export type Asked = { method: string; path: string; idempotencyKey?: string; keyId?: string; status: number };

const PAGE = 100;

/**
 * A bank of its own, as docs/account-system.json has it: over HTTP, its accounts in the reference ledger. It can be
 * told to misbehave; what it is told is done once for each of the next requests.
 */
export async function startBank(ledger: AccountGateway, keys: Verifier['keys']) {
  const verifier: Verifier = { keys, used: new Set() };
  const asked: Asked[] = [];
  const misbehaviours: Misbehaviour[] = [];
  const server = await listen(0);
  const url = urlOf(server);
  server.on('request', async (request, response) => {
    const entry: Asked = { method: request.method ?? '', path: request.url ?? '', ...headersOf(request), status: 0 };
    asked.push(entry);
    response.on('finish', () => {
      entry.status = response.statusCode;
    });
    const answer = () => answerTo(request, `${url}${request.url}`, verifier, ledger);
    const misbehaviour = misbehaviours.shift();
    if (misbehaviour) await misbehaviour(response, answer);
    else send(response, await answer());
  });

  return {
    url,
    asked,
    misbehave: (...ways: Misbehaviour[]) => misbehaviours.push(...ways),
    behave: () => misbehaviours.splice(0),
    stop: () => close(server),
  };
}
export type Bank = Awaited<ReturnType<typeof startBank>>;

const headersOf = ({ headers }: IncomingMessage): Pick<Asked, 'idempotencyKey' | 'keyId'> => {
  const [, keyId] = /keyid="([^"]+)"/.exec(String(headers['signature-input'] ?? '')) ?? [];
  const key = headers['idempotency-key'];
  return { ...(typeof key === 'string' && { idempotencyKey: key }), ...(keyId && { keyId }) };
};

async function answerTo(
  request: IncomingMessage,
  url: string,
  verifier: Verifier,
  ledger: AccountGateway,
): Promise<Answer> {
  const refusal = await refusalOf(request, url, verifier);
  if (refusal) return { status: 401, body: { title: refusal } };
  try {
    return await route(request.method ?? '', new URL(url), ledger);
  } catch (error) {
    if (error instanceof AccountServiceUnavailable) return { status: 409, body: { title: error.message } };
    throw error;
  }
}

async function route(method: string, { pathname, searchParams }: URL, ledger: AccountGateway): Promise<Answer> {
  const [, first, id = '', what, target = '', caseId = ''] = pathname.split('/').map(decodeURIComponent);
  if (first === 'customers' && what === 'holdings' && method === 'GET') {
    const holdings = await ledger.holdings(id);
    return holdings.home ? { status: 200, body: holdings } : { status: 404 };
  }
  if (first === 'customers' && what === 'holds' && (method === 'PUT' || method === 'DELETE')) {
    const done = await ledger[method === 'PUT' ? 'freeze' : 'unfreeze'](id, target, caseId);
    return { status: done === 'unknown' ? 404 : 204 };
  }
  if (first === 'accounts' && what === 'transactions' && method === 'GET') {
    const all = await ledger.transactions(id, searchParams.get('since') ?? '');
    const from = Number(searchParams.get('cursor') ?? 0);
    const transactions = all.slice(from, from + PAGE).map(({ accountId: _, ...booking }) => booking);
    const next = from + PAGE < all.length ? { next: String(from + PAGE) } : {};
    return { status: 200, body: { transactions, ...next } };
  }
  return { status: 404, body: { title: `There is nothing at ${pathname}` } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
