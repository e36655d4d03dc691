import { afterEach, describe, expect, test, vi } from 'vitest';
import { readEnv } from '../../../functions/shared/env.ts';

afterEach(() => vi.unstubAllEnvs());

describe('a function does not start', () => {
  test('when a variable is missing or empty, and says which', () => {
    vi.stubEnv('VAULT_TABLE', '');
    vi.stubEnv('POLICIES_TABLE', 'policies');
    expect(() => readEnv('VAULT_TABLE', 'POLICIES_TABLE', 'MAIL_FROM')).toThrow(
      'Environment variables missing or malformed: VAULT_TABLE, MAIL_FROM',
    );
  });

  test.each([
    ['PUBLIC_URL', 'not an address'],
    ['CALLERS', '{"agent":"everything"}'],
    ['CALLERS', '{"wizard":"any"}'],
    ['CALLERS', '{"agent":'],
  ] as const)('when %s is %s', (name, value) => {
    vi.stubEnv(name, value);
    expect(() => readEnv(name)).toThrow(`Environment variables missing or malformed: ${name}`);
  });
});

test('what a function needs is read, and nothing else', () => {
  vi.stubEnv('CALLERS', '{"agent":"team"}');
  vi.stubEnv('VAULT_TABLE', 'vault');
  expect(readEnv('CALLERS')).toEqual({ CALLERS: { agent: 'team' } });
});
