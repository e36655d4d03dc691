import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeExecutionCommand, ListExecutionsCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { workflows } from './clients.ts';
import { arnOf, lambda, synthesize } from './synthesize.ts';

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:service-Case';
const START = Date.parse('2030-01-07T09:00:00Z');
let cloud: Cloud;
let clock: MovableClock;
let lines: string[];
afterEach(() => cloud.stop());

const definition = {
  QueryLanguage: 'JSONata',
  TimeoutSeconds: 864_000,
  StartAt: 'Freeze accounts',
  States: {
    'Freeze accounts': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: '${Freeze}', Payload: { caseId: '{% $states.input.caseId %}' } },
      Output: '{% $states.result.Payload %}',
      Retry: [{ ErrorEquals: ['AccountServiceUnavailable'], IntervalSeconds: 5, MaxAttempts: 2, BackoffRate: 1 }],
      Next: 'Let a day pass',
    },
    'Let a day pass': { Type: 'Wait', Seconds: 86_400, Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};

async function start(dataDir?: string): Promise<void> {
  const assembly = await synthesize({
    service: {
      bundles: {
        freeze: `
          let calls = 0;
          class AccountServiceUnavailable extends Error { name = 'AccountServiceUnavailable'; }
          export const handler = async ({ caseId }) => {
            console.log('freeze ' + new Date().toISOString());
            if (++calls === 1) throw new AccountServiceUnavailable('down');
            return { caseId, frozen: 2 };
          };`,
        ended: `export const handler = async ({ detail }) => console.log(detail.name + ' ' + detail.status);`,
      },
      resources: {
        Freeze: lambda('freeze'),
        Ended: lambda('ended'),
        Case: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            DefinitionString: JSON.stringify(definition),
            DefinitionSubstitutions: { Freeze: arnOf('Freeze') },
            RoleArn: 'arn:aws:iam::000000000000:role/x',
          },
        },
        Watch: {
          Type: 'AWS::Events::Rule',
          Properties: {
            EventPattern: {
              source: ['aws.states'],
              detail: { status: [{ 'anything-but': 'RUNNING' }], stateMachineArn: [{ Ref: 'Case' }] },
            },
            Targets: [{ Id: 'a', Arn: arnOf('Ended') }],
          },
        },
        Nightly: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: {
            ScheduleExpression: 'at(2030-02-01T00:00:00)',
            Target: { Arn: { Ref: 'Case' }, RoleArn: 'x', Input: '{"caseId":"nightly"}' },
          },
        },
      },
    },
  });
  lines = [];
  clock = new MovableClock({ start: START });
  const onLog = (_: string, line: string) => void (line.startsWith('ERROR') || lines.push(line));
  cloud = await startCloud({ assembly, clock, random: () => 0.5, onLog, ...(dataDir ? { dataDir } : {}) });
}

const begin = async (name: string): Promise<string> => {
  const client = workflows(cloud.awsUrl);
  const input = JSON.stringify({ caseId: 'c1' });
  const { executionArn = '' } = await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
  client.destroy();
  return executionArn;
};

test('a run calls the functions of the template, and its end is told on the bus', async () => {
  await start();
  const executionArn = await begin('case-1');
  await clock.advance(2 * 86_400_000);
  const client = workflows(cloud.awsUrl);
  expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'SUCCEEDED',
    output: '{"caseId":"c1","frozen":2}',
  });
  client.destroy();
  expect(lines).toEqual(['freeze 2030-01-07T09:00:00.000Z', 'freeze 2030-01-07T09:00:05.000Z', 'case-1 SUCCEEDED']);
});

test('a run that waits goes on after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-data-'));
  await start(dataDir);
  const executionArn = await begin('case-1');
  await clock.advance(60_000);
  await cloud.stop();
  await start(dataDir);
  await clock.advance(86_400_000);
  expect(cloud.engine.describeExecution(executionArn).end?.status).toBe('SUCCEEDED');
  expect(lines).toEqual(['case-1 SUCCEEDED']);
});

test('a schedule starts a run', async () => {
  await start();
  await clock.advance(Date.parse('2030-02-03T00:00:00Z') - START);
  const client = workflows(cloud.awsUrl);
  const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn }));
  client.destroy();
  expect(executions).toMatchObject([{ status: 'SUCCEEDED' }]);
});
