import { beforeAll, expect, test } from 'vitest';
import { operationsOf } from './support/reached.ts';
import { functionsIn, type Right, rightsIn } from './support/rights.ts';
import { type Synthesized, synthesized, written } from './support/synthesized.ts';

let stage: Synthesized;
let rights: Right[];
beforeAll(async () => {
  stage = await synthesized('prod');
  rights = rightsIn(stage);
});

const show = ({ role, action, resource }: Right) => `${role} may ${action} on ${resource}`;
const actionsOn = (table: string) => {
  const touching = rights.filter(({ resource }) => resource.includes(table) && !resource.includes('StreamArn'));
  return [...new Set(touching.map(({ action }) => action))].sort();
};

test('nobody may change or delete an event: reading and adding is all there is', () => {
  expect(actionsOn('CaseEvents')).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
});

test('nobody may change or delete a version of a policy', () => {
  expect(actionsOn('Policies')).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
});

test('no table is named by a pattern that others would fit, and none but by its own name', () => {
  const onTables = rights.filter(({ action }) => /^(dynamodb|\*)/.test(action));
  expect(onTables.filter(({ resource }) => /[*?]/.test(resource)).map(show)).toEqual([]);
  expect(onTables.filter(({ action }) => /PartiQL|BatchWrite|Table$|Scan|\*/.test(action)).map(show)).toEqual([]);
});

test('no role may do whatever a pattern allows', () => {
  expect(rights.filter(({ action }) => action.includes('*')).map(show)).toEqual([]);
});

// X-Ray and the delivery of logs know no resource to name.
const WITHOUT_RESOURCE = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];

test('everything a role may do is to something named, but traces and the delivery of logs', () => {
  const toAnything = rights.filter(({ resource }) => resource === '*' || resource === '');
  expect(toAnything.filter(({ action }) => !WITHOUT_RESOURCE.includes(action)).map(show)).toEqual([]);
});

test('every function has a role of its own', () => {
  const roles = functionsIn(stage).map((one) => one.role);
  expect(new Set(roles).size).toBe(roles.length);
  for (const role of roles) expect(stage.resources[role]?.Type).toBe('AWS::IAM::Role');
});

test('no role borrows a policy that others write', () => {
  const own = new Set(stage.of('AWS::IAM::ManagedPolicy').map(([id]) => `<${id}>`));
  const borrowed = stage
    .of('AWS::IAM::Role')
    .filter(([, role]) =>
      ((role.Properties.ManagedPolicyArns ?? []) as unknown[]).some((arn) => !own.has(written(arn))),
    );
  expect(borrowed.map(([id]) => id)).toEqual([]);
});

const namesOf = (role: string, service: RegExp) => {
  const mine = rights.filter((right) => right.role === role && !right.resource.includes('StreamArn'));
  return [
    ...new Set(mine.filter(({ action }) => service.test(action)).map(({ action }) => action.split(':')[1] ?? '')),
  ];
};

test('a function may ask only for what stands in its bundle', async () => {
  for (const { entry, role } of functionsIn(stage)) {
    const operations = await operationsOf(entry);
    const idle = namesOf(role, /^(dynamodb|ses|states):/).filter((name) => !operations.has(name));
    expect(idle, entry).toEqual([]);
  }
});

test('a function may ask for every call to a workflow or a mail that stands in its bundle', async () => {
  // A table's store is bundled as a whole, so this cannot be told of the tables.
  const known = [
    'StartExecution',
    'StopExecution',
    'ListExecutions',
    'DescribeExecution',
    'GetExecutionHistory',
    'SendTaskSuccess',
    'SendEmail',
  ];
  for (const { entry, role } of functionsIn(stage)) {
    const operations = [...(await operationsOf(entry))].filter((name) => known.includes(name));
    expect(namesOf(role, /^(ses|states):/).sort(), entry).toEqual(operations.sort());
  }
});

test('what a function may do besides is to write its log, trace, read its stream, open the vault, give up an event', () => {
  const besides = /^(logs:(CreateLogStream|PutLogEvents)|xray:Put\w+|kms:(Decrypt|DescribeKey)|sqs:SendMessage)$/;
  const roles = new Set(functionsIn(stage).map((one) => one.role));
  const rest = rights.filter(({ role, action, resource }) => {
    if (!roles.has(role) || besides.test(action) || /^(dynamodb|ses|states|events):/.test(action)) return false;
    return !resource.includes('StreamArn');
  });
  expect(rest.map(show)).toEqual([]);
});

test('only who reads or writes the vault may use its key', () => {
  for (const { entry, role } of functionsIn(stage)) {
    const mine = rights.filter((right) => right.role === role);
    const opens = mine.some(({ resource, action }) => action.startsWith('kms:') && resource.includes('VaultKey'));
    const uses = mine.some(({ resource, action }) => action.startsWith('dynamodb:') && resource.includes('Vault'));
    expect(opens, entry).toBe(uses);
  }
});
