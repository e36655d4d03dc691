import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { covers, type Right, rightsIn } from './support/rights.ts';
import { type Resource, type Synthesized, synthesized, written } from './support/synthesized.ts';

// Written once and never changed, by their names in the stack; `kept` are all that must not be lost besides.
const onlyAddedTo = ['CaseEvents', 'Roots', 'Access', 'Observations', 'Policies', 'CustomerRecords'];

// Everything that changes or removes what is in a table, or lets somebody do so. Adding is PutItem.
const changes = [
  ...['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'],
  ...['DeleteTable', 'UpdateTable', 'UpdateTimeToLive', 'UpdateContinuousBackups', 'UpdateTableReplicaAutoScaling'],
  ...[
    'PutResourcePolicy',
    'DeleteResourcePolicy',
    'RestoreTableFromBackup',
    'RestoreTableToPointInTime',
    'ImportTable',
  ],
].map((action) => `dynamodb:${action}`);

/** The table as a policy names it, its indexes, and any other way to write it. */
const resourcesOf = (table: string) => [
  `<${table}.Arn>`,
  `<${table}.Arn>/index/byAny`,
  `arn:aws:dynamodb:eu:1:table/${table}`,
];

const mayChange = (rights: Right[], table: string): Right[] =>
  rights.filter((right) =>
    changes.some((action) =>
      [...resourcesOf(table), right.resource].some(
        (resource) => (resource !== right.resource || resource.includes(table)) && covers(right, { action, resource }),
      ),
    ),
  );

describe.each(['dev', 'prod'])('in stage %s', (name) => {
  let stage: Synthesized;
  let rights: Right[];
  const tables = () => stage.of('AWS::DynamoDB::Table');
  const tableOf = (id: string) => tables().find(([logicalId]) => logicalId.startsWith(id)) as [string, Resource];
  beforeAll(async () => {
    stage = await synthesized(name);
    rights = rightsIn(stage);
  });

  test.each(onlyAddedTo)('no role may change or delete anything in %s', (id) => {
    const [logicalId] = tableOf(id);
    expect(rights.filter(({ resource }) => resource.includes(logicalId)).length).toBeGreaterThan(0);
    expect(mayChange(rights, logicalId)).toEqual([]);
  });

  test.each(onlyAddedTo)('%s refuses a change of whoever it may be, an administrator too', (id) => {
    const [, { Properties }] = tableOf(id);
    const { PolicyDocument } = Properties.ResourcePolicy as {
      PolicyDocument: { Statement: Record<string, unknown>[] };
    };
    expect(PolicyDocument.Statement).toHaveLength(1);
    expect(PolicyDocument.Statement[0]).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } });
    const denied = PolicyDocument.Statement[0]?.Action as string[];
    expect(changes.slice(0, 6).filter((action) => !denied.includes(action))).toEqual([]);
  });

  test('nobody has rights beside the roles: there are no users, no groups, and no policy that others write', () => {
    expect(['User', 'Group', 'UserPolicy'].flatMap((type) => stage.of(`AWS::IAM::${type}`))).toEqual([]);
    const borrowed = stage.of('AWS::IAM::Role').flatMap(([, { Properties }]) => Properties.ManagedPolicyArns ?? []);
    const own = stage.of('AWS::IAM::ManagedPolicy').map(([id]) => `<${id}>`);
    expect(borrowed.map(written).filter((arn) => !own.includes(arn))).toEqual([]);
    for (const [, { Properties }] of stage.of('AWS::IAM::ManagedPolicy')) expect(Properties.Users).toBeUndefined();
  });

  test('no table of another name lets anybody in by a policy of its own', () => {
    for (const [, { Properties }] of tables()) expect(written(Properties.ResourcePolicy)).not.toContain('"Allow"');
  });

  test('each table can be put back to any second, and in production none can be deleted', () => {
    for (const [id, { Properties, DeletionPolicy }] of tables()) {
      expect(Properties.PointInTimeRecoverySpecification, id).toMatchObject({ PointInTimeRecoveryEnabled: true });
      expect(Properties.DeletionProtectionEnabled, id).toBe(name === 'prod');
      expect(DeletionPolicy, id).toBe(name === 'prod' ? 'Retain' : 'Delete');
      expect(Properties.TimeToLiveSpecification, id).toBeUndefined();
    }
  });

  test('the vault is under a key of ours, which nobody outside this account and no service of its own may use', () => {
    const [, { Properties }] = tableOf('Vault');
    const [[keyId, key] = []] = stage.of('AWS::KMS::Key').filter(([id]) => id.startsWith('VaultKey'));
    expect(written((Properties.SSESpecification as { KMSMasterKeyId: unknown }).KMSMasterKeyId)).toContain(keyId);
    const { Statement } = (key as Resource).Properties.KeyPolicy as { Statement: { Principal: unknown }[] };
    for (const { Principal } of Statement) expect(written(Principal)).toMatch(/:root|:iam::/);
  });
});

describe('a right that would let somebody change an event is found:', () => {
  const on = (action: string, resource: string): Right => ({ role: 'Sneaky', action, resource });
  const table = 'CaseEventsABC';
  test.each([
    on('dynamodb:UpdateItem', `<${table}.Arn>`),
    on('dynamodb:*', `<${table}.Arn>`),
    on('dynamodb:Delete*', `<${table}.Arn>`),
    on('DynamoDB:deleteitem', `<${table}.Arn>`),
    on('dynamodb:?pdateItem', '*'),
    on('*', '*'),
    on('dynamodb:BatchWriteItem', `<${table}.Arn>/*`),
    on('dynamodb:PartiQLDelete', 'arn:aws:dynamodb:*:*:table/*'),
    on('dynamodb:DeleteTable', `prefix-<${table}>`),
  ])('$action on $resource', (right) => expect(mayChange([right], table)).toEqual([right]));

  test.each([
    on('dynamodb:PutItem', `<${table}.Arn>`),
    on('dynamodb:Query', '*'),
    on('dynamodb:UpdateItem', '<Views.Arn>'),
  ])('and one that lets nobody is not: $action on $resource', (right) => expect(mayChange([right], table)).toEqual([]));
});

test('every put into what is only added to goes under the condition that nothing is there', () => {
  const root = join(import.meta.dirname, '../../functions');
  const stores = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /-store\.ts$/.test(file));
  const puts = stores.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const guarded = /(case-store|root-log-store|access-store|observation-store|version-store)\.ts$/.test(file);
    return guarded ? [...source.matchAll(/new PutItemCommand\(\{[\s\S]*?\}\)/g)].map(([put]) => ({ file, put })) : [];
  });
  expect(new Set(puts.map(({ file }) => file)).size).toBeGreaterThanOrEqual(5);
  for (const { file, put } of puts) expect(put, file).toMatch(/ConditionExpression: 'attribute_not_exists\(/);
});
