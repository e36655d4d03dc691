import { beforeAll, describe, expect, test } from 'vitest';
import { Stage, stageNamed } from '../../infra/stages.ts';
import { covers, rightsIn } from './support/rights.ts';
import { type Resource, type Synthesized, synthesized, written } from './support/synthesized.ts';

const prod = stageNamed('prod');
const objectOf = (one: unknown) => one as Record<string, unknown>;

describe('a stage that keeps roots in a bucket of its own', () => {
  let stage: Synthesized;
  beforeAll(async () => {
    stage = await synthesized({ ...prod, name: 'kept', rootArchive: { mode: 'COMPLIANCE', days: 3650 } });
  });
  const bucketOf = (id: string) =>
    stage.of('AWS::S3::Bucket').find(([name]) => name.startsWith(id)) as [string, Resource];

  test('has every object locked by the bucket itself, for as long as the stage says', () => {
    const [, { Properties }] = bucketOf('KeptRoots');
    expect(Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  test('has it under a key of ours that is renewed, closed to the public, without lists of rights on objects', () => {
    for (const id of ['KeptRoots', 'RootAccessLog']) {
      const [, { Properties, DeletionPolicy }] = bucketOf(id);
      expect(DeletionPolicy).toBe('Retain');
      expect(Object.values(objectOf(Properties.PublicAccessBlockConfiguration))).toEqual([true, true, true, true]);
      expect(written(Properties.OwnershipControls)).toContain('BucketOwnerEnforced');
    }
    const [, { Properties }] = bucketOf('KeptRoots');
    const [key] = stage.of('AWS::KMS::Key').filter(([id]) => id.startsWith('RootKey'));
    expect(key?.[1].Properties.EnableKeyRotation).toBe(true);
    expect(written(Properties.BucketEncryption)).toContain('aws:kms');
    expect(written(Properties.BucketEncryption)).toContain(key?.[0]);
    expect(written(Properties.LoggingConfiguration)).toContain('RootAccessLog');
  });

  test('takes nothing without TLS, and lets nobody take away, hide or shorten: an administrator neither', () => {
    const policies = stage.of('AWS::S3::BucketPolicy').filter(([id]) => id.startsWith('KeptRoots'));
    const statements = policies.flatMap(
      ([, { Properties }]) => objectOf(Properties.PolicyDocument).Statement as object[],
    );
    const denied = statements.filter((one) => objectOf(one).Effect === 'Deny').map((one) => written(one));
    expect(denied.some((one) => one.includes('"aws:SecureTransport":"false"'))).toBe(true);
    expect(denied.some((one) => one.includes('s3:TlsVersion'))).toBe(true);
    for (const action of ['DeleteObject', 'DeleteObjectVersion', 'PutObjectRetention', 'BypassGovernanceRetention'])
      expect(
        denied.filter((one) => one.includes(`"s3:${action}"`) && one.includes('"*"')),
        action,
      ).toHaveLength(1);
  });

  test('lets one role write there, and no role do anything else there', () => {
    const ofBuckets = rightsIn(stage).filter(({ action }) => /^s3:|^\*$/i.test(action));
    expect(ofBuckets.map(({ role, action }) => [role.replace(/[0-9A-F]{8}$/, ''), action])).toEqual([
      ['KeepRootRole', 's3:PutObject'],
    ]);
    const [right] = ofBuckets;
    const resource = right?.resource ?? '';
    expect(resource).toMatch(/roots\/\*$/);
    expect(right && covers(right, { action: 's3:DeleteObject', resource })).toBe(false);
  });

  test('is told of every root by a rule that tries again and keeps what it could not deliver', () => {
    const [rule] = stage.of('AWS::Events::Rule').filter(([id]) => id.startsWith('KeepRootRule'));
    expect(rule?.[1].Properties.EventPattern).toEqual({
      source: ['caseloop'],
      'detail-type': ['audit.root-published'],
    });
    expect(written(rule?.[1].Properties.Targets)).toContain('DeadLetters');
  });

  test('hears of a root that could not be kept: its runs are among those that alarm', () => {
    const alarms = stage
      .of('AWS::CloudWatch::Alarm')
      .filter(([, { Properties }]) => written(Properties).includes('ExecutionsFailed'));
    expect(alarms.some(([, { Properties }]) => written(Properties).includes('KeepRoot'))).toBe(true);
  });
});

test('a stage that keeps them in a bucket of somebody else writes there and makes none', async () => {
  const stage = await synthesized({ ...prod, name: 'else', rootArchive: { bucket: 'log-archive.bank.example' } });
  expect(stage.of('AWS::S3::Bucket')).toEqual([]);
  const written = rightsIn(stage).filter(({ action }) => action.startsWith('s3:'));
  expect(written).toMatchObject([{ action: 's3:PutObject' }]);
  expect(written[0]?.resource).toContain('log-archive.bank.example/roots/*');
});

test('a stage that says nothing of it has no bucket, no machine and no rule for it', async () => {
  const { rootArchive: _, ...without } = prod;
  const stage = await synthesized({ ...without, name: 'none' });
  expect(stage.of('AWS::S3::Bucket')).toEqual([]);
  expect(stage.text).not.toMatch(/keep-root|KeepRoot|aws-sdk:s3/);
});

test.each([
  [{ mode: 'COMPLIANCE' }],
  [{ mode: 'NONE', days: 1 }],
  [{ mode: 'GOVERNANCE', days: 0 }],
  [{ bucket: 'Not A Bucket' }],
  [{ bucket: 'a-bucket', days: 1 }],
])('a stage that would keep them by %o is refused', (rootArchive) => {
  expect(() => Stage.parse({ ...prod, rootArchive })).toThrow('rootArchive');
});
