import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { expect, test } from 'vitest';
import { routes } from '../../infra/api.ts';
import { bundleFunctions, entries } from '../../infra/build.ts';
import { mustBeComplete } from '../../infra/complete-routes.ts';
import { handlerFunction } from '../../infra/constructs/handler-function.ts';
import { workflowMachine } from '../../infra/constructs/workflow-machine.ts';
import { Stage, stageNamed } from '../../infra/stages.ts';
import { synthesized } from './support/synthesized.ts';

const dev = stageNamed('dev');
const own = {
  kind: 'oidc',
  issuer: 'https://login.example.com',
  audience: ['caseloop'],
  rolesClaim: 'groups',
} as const;

test.each<[string, unknown]>([
  ['name', { ...dev, name: 'Dev Stage' }],
  ['mailFrom', { ...dev, mailFrom: 'service' }],
  ['organisation', { ...dev, organisation: '' }],
  ['issuer', { ...dev, identity: { ...own, issuer: 'login' } }],
  ['audience', { ...dev, identity: { ...own, audience: [] } }],
  ['rolesClaim', { ...dev, identity: { ...own, rolesClaim: undefined } }],
  ['logDays', { ...dev, logDays: 8 }],
  ['rate', { ...dev, throttle: { rate: 0, burst: 1 } }],
  ['keepdata', { ...dev, keepdata: true }],
])('a stage with a wrong %s is refused by that name', (field, stage) => {
  expect(() => Stage.parse(stage)).toThrow(field);
});

test('a stage that does not exist is refused with those that do', () => {
  expect(() => stageNamed('staging')).toThrow('There is no stage staging; there are dev, prod');
});

test('a stage with an issuer of its own trusts that one, for its audience, and makes no user pool', async () => {
  const stage = await synthesized({ ...dev, name: 'own', identity: { ...own, audience: ['caseloop'] } });
  const [[, authorizer] = []] = stage.of('AWS::ApiGatewayV2::Authorizer');
  expect(authorizer?.Properties.JwtConfiguration).toEqual({ Issuer: own.issuer, Audience: ['caseloop'] });
  expect(stage.text).not.toContain('AWS::Cognito');
});

async function handler(environment: Record<string, string>) {
  const bundles = await bundleFunctions();
  const stack = new Stack(new App(), 'Scratch');
  const logGroup = new LogGroup(stack, 'Log');
  const tracing = new ManagedPolicy(stack, 'Tracing');
  const made = { entry: 'customer/put-contact.api', bundles, environment, permissions: [], logGroup, tracing };
  return handlerFunction(stack, 'PutContact', made);
}
const route = { CALLERS: '{}', ROLES_CLAIM: 'groups', ACCESS_TABLE: 'access' };

test('a row that forgets a variable is refused, naming the function and the variable', async () => {
  await expect(handler(route)).rejects.toThrow(
    'functions/customer/put-contact.api.ts reads VAULT_TABLE, which its row does not give',
  );
});

test('a row that gives a variable nobody reads is refused, naming both', async () => {
  await expect(handler({ ...route, VAULT_TABLE: 'vault', LEDGER_TABLE: 'ledger' })).rejects.toThrow(
    'functions/customer/put-contact.api.ts does not read LEDGER_TABLE, which its row gives',
  );
});

const called = (step: string) => ({ functionArn: `arn:${step}` }) as IFunction;
function machine(...steps: string[]) {
  const stack = new Stack(new App(), 'Scratch');
  const functions = Object.fromEntries(steps.map((step) => [step, called(step)]));
  const retired = [called('AskTheMayor')];
  const made = {
    name: 'one',
    definition: 'investigation',
    functions,
    retired,
    named: {},
    permissions: [],
    logDays: 7,
  };
  return () => workflowMachine(stack, 'Investigation', made);
}

test('a step that no function answers is refused by its name', () => {
  expect(machine('OpenInvestigation', 'AskAPerson')).toThrow(
    'statemachines/investigation.asl.json: nothing answers ConcludeInvestigation',
  );
});

test('a step that was taken away can still be called by runs that began with it, and stands in no new one', () => {
  const made = machine('OpenInvestigation', 'AskAPerson', 'ConcludeInvestigation')();
  const template = Template.fromStack(Stack.of(made)).toJSON();
  expect(JSON.stringify(Object.values(template.Resources).filter(isPolicy))).toContain('arn:AskTheMayor');
  expect(JSON.stringify(Object.values(template.Resources).filter(isMachine))).not.toContain('AskTheMayor');
});
const isPolicy = (one: unknown) => (one as { Type: string }).Type === 'AWS::IAM::Policy';
const isMachine = (one: unknown) => (one as { Type: string }).Type === 'AWS::StepFunctions::StateMachine';

test('a function that no step asks for is refused by its name', () => {
  expect(machine('OpenInvestigation', 'AskAPerson', 'ConcludeInvestigation', 'CallTheMayor')).toThrow(
    'statemachines/investigation.asl.json: nothing asks for CallTheMayor',
  );
});

test('a way in without a row in the table of routes does not synthesize', () => {
  const [first, ...rest] = routes;
  const refused = `functions/${first?.entry}.api.ts has no row in infra/api.ts, so nobody has said who may call it`;
  expect(() => mustBeComplete(rest, entries())).toThrow(refused);
  expect(() => mustBeComplete(routes, [...entries(), 'case/back-door.api'])).toThrow('functions/case/back-door.api.ts');
});

test.each([
  ['no role', {}],
  ['a role that there is not', { intern: 'any' }],
  ['a scope that there is not', { agent: 'most' }],
])('a row that gives a route to %s does not synthesize', (_, callers) => {
  const [first, ...rest] = routes;
  const rows = [{ ...first, callers }, ...rest] as typeof routes;
  expect(() => mustBeComplete(rows, entries())).toThrow('does not say who may call it');
});

test('a route with two rows does not synthesize: one of them would be a lie', () => {
  expect(() => mustBeComplete([...routes, ...routes.slice(0, 1)], entries())).toThrow('has two rows');
});
