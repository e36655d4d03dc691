import { type Operations, operations } from './operations.ts';
import { type Patience, patiently, usualPatience } from './patience.ts';
import { Problem } from './problem.ts';

type Name = keyof Operations;
// In brackets: a body of several shapes stays one type, or all that calls may take is too much for the compiler.
type Given<T, K extends string> = [T] extends [undefined]
  ? { [P in K]?: never }
  : Record<never, never> extends T
    ? { [P in K]?: T }
    : { [P in K]: T };

/**
 * What a call takes. `key` names the request: the same key again is the same request; without one each POST gets its
 * own, so that it can be sent again safely. `ifMatch` is the `etag` of the case that was decided on.
 */
export type Asked<N extends Name> = EachAsked[N];
// Route by route: what all of them could be asked at once is more than the compiler can write down.
type EachAsked = {
  [N in Name]: Given<Operations[N]['path'], 'path'> &
    Given<Operations[N]['query'], 'query'> &
    Given<Operations[N]['body'], 'body'> & { key?: string; ifMatch?: string };
};
export type Answer<N extends Name> = { status: number; etag: string | undefined; body: Operations[N]['answer'] };
type Paged = { [N in Name]: [Operations[N]['item']] extends [never] ? never : N }[Name];

export type Options = {
  url: string;
  /** A token, or what gets one that is still good. */
  token?: string | (() => Promise<string>);
  fetch?: typeof fetch;
  patience?: Partial<Patience>;
};

/**
 * The API of a Caseloop, one method for each route of its contract, by the route's name. A call gives what was asked
 * for or throws a `Problem`; a service that is busy is asked again when it said.
 */
export function caseloop({ url, token, fetch: get = fetch, patience }: Options) {
  async function send<N extends Name>(name: N, asked: Asked<N>): Promise<Answer<N>> {
    const [method, template] = operations[name];
    const { path = {}, query = {}, body, ifMatch, key = crypto.randomUUID() } = asked as Loose;
    const bearer = typeof token === 'function' ? await token() : token;
    const headers = {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': key }),
      ...(ifMatch && { 'if-match': ifMatch }),
    };
    const to = `${url}${filled(template, path)}${search(query)}`;
    const request = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await patiently(() => get(to, request), { ...usualPatience, ...patience });
    const text = await response.text();
    const read = text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text || undefined;
    if (!response.ok) throw new Problem(response.status, typeof read === 'object' ? read : {});
    return { status: response.status, etag: response.headers.get('etag') ?? undefined, body: read };
  }

  /** Everything of a list, page after page, as it is asked for. */
  async function* all<N extends Paged>(name: N, asked: Asked<N>): AsyncGenerator<Operations[N]['item']> {
    let cursor: string | undefined;
    do {
      const { query } = asked as Loose;
      const page = await send(name, { ...asked, query: { ...query, ...(cursor && { cursor }) } } as Asked<N>);
      const { items, next } = page.body as { items: Operations[N]['item'][]; next?: string };
      yield* items;
      cursor = next;
    } while (cursor);
  }

  const names = Object.keys(operations) as Name[];
  const call = async (name: Name, asked: object = {}) => (await send(name, asked as Asked<Name>)).body;
  const calls = Object.fromEntries(names.map((name) => [name, (asked?: object) => call(name, asked)]));
  return { ...(calls as unknown as Calls), send, all };
}
export type Caseloop = ReturnType<typeof caseloop>;

type Calls = {
  [N in Name]: (
    ...asked: Record<never, never> extends Asked<N> ? [Asked<N>?] : [Asked<N>]
  ) => Promise<Operations[N]['answer']>;
};
type Loose = {
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  key?: string;
  ifMatch?: string;
};

const filled = (template: string, path: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));

function search(query: Record<string, unknown>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return text && `?${text}`;
}
