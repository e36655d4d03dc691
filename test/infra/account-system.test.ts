import { describe, expect, test } from 'vitest';
import { Stage, stageNamed } from '../../infra/stages.ts';
import { rightsIn } from './support/rights.ts';
import { synthesized } from './support/synthesized.ts';

const signingKey = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:bank-AbCdEf';
const dev = stageNamed('dev');
const own = {
  ...dev,
  name: 'bank',
  accountSystem: { kind: 'http', url: 'https://bank.example/v1', signingKey },
} as const;

describe('a stage whose accounts are in a system of the bank', () => {
  test('tells each function that freezes where it is, and lets it read the one key', { timeout: 120_000 }, async () => {
    const stage = await synthesized(own);
    const told = stage
      .of('AWS::Lambda::Function')
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('ACCOUNT_SYSTEM'));
    expect(told.map(([, { Properties }]) => Properties.Description).sort()).toEqual([
      'account/freeze-accounts.step',
      'approval/decide-approval.api',
      'case/follow-case.stream',
      'case/review-case.step',
    ]);
    expect(stage.text.match(/"secretsmanager:GetSecretValue"/g)).toHaveLength(told.length);
    expect(stage.text).not.toContain('PRIVATE KEY');
    const onSecrets = rightsIn(stage).filter(({ action }) => action.startsWith('secretsmanager:'));
    expect(new Set(onSecrets.map(({ resource }) => resource))).toEqual(new Set([signingKey]));
  });

  test.each([
    ['url', { ...own.accountSystem, url: 'http://bank.example' }],
    ['url', { ...own.accountSystem, url: 'https://bank.example/' }],
    ['signingKey', { ...own.accountSystem, signingKey: 'the key itself' }],
    ['kind', { kind: 'ledger' }],
  ])('is refused when its %s is wrong', (field, accountSystem) => {
    expect(() => Stage.parse({ ...dev, accountSystem })).toThrow(field);
  });
});
