import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { type ApiRequest, api } from '../../../functions/shared/api.ts';
import { CaseNotFound } from '../../../functions/shared/errors.ts';
import { CaseId, PersonId } from '../../../functions/shared/ids.ts';
import { PageQuery } from '../../../functions/shared/page.ts';
import { startEntries } from '../../support/entries.ts';
import { httpEvent } from '../../support/http-event.ts';

const body = z.strictObject({
  type: z.enum(['lost-card', 'suspicious-payment']),
  text: z.string().check(z.minLength(2), z.maxLength(5)),
  count: z.optional(z.int().check(z.gte(1), z.lte(9))),
  people: z.optional(z.array(PersonId).check(z.maxLength(2))),
});
const right = { type: 'lost-card', text: 'abc' };
const query = z.strictObject(PageQuery);
const path = z.object({ caseId: CaseId });

await startEntries({}); // every call is recorded

let logged: string[];
beforeEach(() => {
  vi.stubEnv('CALLERS', JSON.stringify({ agent: 'team', manager: 'any', customer: 'own' }));
  vi.stubEnv('ROLES_CLAIM', 'roles');
  vi.stubEnv('ACCESS_TABLE', 'access');
  logged = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

type Act = (request: ApiRequest<unknown, unknown, unknown>) => Promise<{ body: unknown; status?: number }>;
async function call(
  event: Parameters<typeof httpEvent>[0],
  act: Act = async () => ({ body: 'ok' }),
  shape: object = { body },
) {
  const { statusCode, headers, body: text } = await api(shape, act)(httpEvent(event));
  return { status: statusCode, type: headers?.['content-type'], body: text && JSON.parse(text) };
}
const errorsOf = async (sent: unknown) => {
  const { status, body: problem } = await call({ body: sent });
  expect(status).toBe(400);
  return problem.errors;
};

describe('a field that is not right is named:', () => {
  test.each([
    ['missing', { text: 'abc' }, [{ field: 'type', message: 'is missing' }]],
    ['missing, too', { type: 'lost-card' }, [{ field: 'text', message: 'is missing' }]],
    ['unknown', { ...right, admin: true }, [{ field: 'admin', message: 'is not a field of this request' }]],
    [
      'none of the choices',
      { ...right, type: 'x' },
      [{ field: 'type', message: 'must be one of lost-card, suspicious-payment' }],
    ],
    ['of the wrong kind', { ...right, text: 7 }, [{ field: 'text', message: 'must be a string' }]],
    ['too long', { ...right, text: 'abcdef' }, [{ field: 'text', message: 'must be at most 5 characters long' }]],
    ['too short', { ...right, text: 'a' }, [{ field: 'text', message: 'must be at least 2 characters long' }]],
    ['too large', { ...right, count: 10 }, [{ field: 'count', message: 'must be at most 9' }]],
    ['too small', { ...right, count: 0 }, [{ field: 'count', message: 'must be at least 1' }]],
    ['too many', { ...right, people: ['a', 'b', 'c'] }, [{ field: 'people', message: 'must have at most 2 entries' }]],
    ['malformed, deep inside', { ...right, people: ['a', 'b c'] }, [{ field: 'people.1', message: 'is malformed' }]],
    ['a list instead of an object', [], [{ field: 'body', message: 'must be an object' }]],
    ['nothing at all', 'null', [{ field: 'body', message: 'must be an object' }]],
  ])('%s', async (_, sent, errors) => expect(await errorsOf(sent)).toEqual(errors));

  test('all of them at once, from the path and the query, too', async () => {
    const answer = await call(
      { path: { caseId: '../etc' }, query: { limit: '0', order: 'x' }, body: { text: 'a' } },
      undefined,
      { path, query, body },
    );
    const fields = answer.body.errors.map(({ field }: { field: string }) => field);
    expect(fields.sort()).toEqual(['caseId', 'limit', 'order', 'text', 'type']);
  });

  test('a prototype is nobody’s field', async () => {
    expect(
      await errorsOf('{"type":"lost-card","text":"abc","__proto__":{"admin":true},"constructor":1}'),
    ).toContainEqual({
      field: 'constructor',
      message: 'is not a field of this request',
    });
  });

  test('an Idempotency-Key that is too long', async () => {
    const headers = { 'idempotency-key': 'k'.repeat(201) };
    expect((await call({ body: right, headers })).body.errors).toMatchObject([{ field: 'Idempotency-Key' }]);
  });
});

describe('a body', () => {
  test('that is not JSON, or is not there, is refused', async () => {
    expect(await errorsOf('{"type":')).toEqual([{ field: 'body', message: 'must be JSON' }]);
    expect(await errorsOf(undefined)).toEqual([{ field: 'body', message: 'must be JSON' }]);
  });

  test('that came as base64 is read as well', async () => {
    expect((await call({ body: right, base64: true })).status).toBe(200);
  });

  test('is at most 64 KiB, whatever it is written in', async () => {
    const padded = (bytes: number, fill = ' ') =>
      JSON.stringify(right) + fill.repeat(bytes - JSON.stringify(right).length);
    expect((await call({ body: padded(65_536) })).status).toBe(200);
    expect((await call({ body: padded(65_536), base64: true })).status).toBe(200);
    expect((await call({ body: padded(65_537) })).status).toBe(413);
    expect((await call({ body: padded(65_537), base64: true })).status).toBe(413);
    expect((await call({ body: padded(40_000, 'ش') })).status).toBe(413);
  });
});

describe('who calls', () => {
  const callAs = async (claims: Record<string, string>) => {
    let seen: unknown;
    const { status } = await call({ claims, body: right }, async ({ caller, scope }) => {
      seen = { caller, scope };
      return { body: 'ok' };
    });
    return status === 200 ? seen : status;
  };

  test('may have several roles, of which the one that may most counts', async () => {
    expect(await callAs({ sub: 'ann', roles: '[agent manager]' })).toEqual({
      caller: { id: 'ann', roles: ['agent', 'manager'] },
      scope: 'any',
    });
  });

  test.each([
    ['agent', 'team'],
    ['[agent]', 'team'],
    ['agent, customer', 'team'],
    ['[wizard customer]', 'own'],
  ])('with the roles %s is seen in the scope %s', async (roles, scope) => {
    expect(await callAs({ sub: 'ann', roles })).toMatchObject({ scope });
  });

  test('without a role that may is refused, and so is who has none', async () => {
    for (const roles of ['auditor', '[]', '', 'wizard', 'Agent']) expect(await callAs({ sub: 'ann', roles })).toBe(403);
    expect(await callAs({ sub: 'ann' })).toBe(403);
  });

  test('by an id that no history could hold is refused, before anything is done', async () => {
    expect(await callAs({ sub: '', roles: 'manager' })).toBe(403);
    expect(await callAs({ sub: 'a\u0000b', roles: 'manager' })).toBe(403);
    expect(await callAs({ sub: 'auth0|5f7c8ec7c33c6c004bbafe82', roles: 'manager' })).toMatchObject({ scope: 'any' });
  });
});

describe('an Idempotency-Key', () => {
  const commandOf = async (key: string, sub = 'ann', sent: unknown = right) => {
    let command: ApiRequest<unknown, unknown, unknown>['command'];
    const claims = { sub, roles: 'manager' };
    await call({ headers: { 'idempotency-key': key }, claims, body: sent }, async (request) => {
      command = request.command;
      return { body: 'ok' };
    });
    return command;
  };

  test('names a request of its caller, whatever the order of the fields', async () => {
    const first = await commandOf('key');
    expect(await commandOf('key', 'ann', { text: 'abc', type: 'lost-card' })).toEqual(first);
    expect((await commandOf('key', 'ann', { ...right, text: 'abd' }))?.hash).not.toBe(first?.hash);
    expect((await commandOf('key', 'ben'))?.id).not.toBe(first?.id);
  });

  test('of one caller is never taken for that of another', async () => {
    expect((await commandOf('b|key', 'a'))?.id).not.toBe((await commandOf('key', 'a|b'))?.id);
  });

  test('is not needed', async () => expect(await commandOf('')).toBeUndefined());
});

describe('an error', () => {
  const failing = (error: unknown) =>
    call({ body: right }, async () => {
      throw error;
    });

  test('of ours is a problem document with a stable type and one sentence', async () => {
    expect(await failing(new CaseNotFound('case_1'))).toEqual({
      status: 404,
      type: 'application/problem+json',
      body: {
        type: 'urn:caseloop:problem:case-not-found',
        status: 404,
        detail: 'There is no case case_1',
        instance: 'urn:caseloop:request:request-1',
      },
    });
  });

  test.each([[new Error('SELECT secret FROM vault')], ['secret'], [undefined]])(
    'that nobody expected says nothing of the inside',
    async (error) => {
      const answer = await failing(error);
      expect(answer).toMatchObject({ status: 500, body: { type: 'urn:caseloop:problem:internal' } });
      expect(JSON.stringify(answer) + logged.join()).not.toMatch(/secret|stack|at .*\.ts/);
      expect(logged.join()).toContain('request-1');
    },
  );
});
