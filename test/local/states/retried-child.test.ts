import { expect, test } from 'vitest';
import type { EngineOptions } from '../../../local/states/engine.ts';
import { machine, START, task, world } from './support/world.ts';

// A start that is awaited (`.sync:2`) is made, its answer is lost, and Retry makes it again under the same name.

const minute = 60_000;
const lost = { what: 'failed', error: 'StepFunctions.SdkClientException', cause: 'no answer' } as const;

/** An engine in which the answers to the first starts are lost, though they were carried out. */
function losing(answers: number) {
  let left = answers;
  const around: EngineOptions['around'] = async ({ stateName }, perform) => {
    const what = await perform();
    return stateName === 'Investigate' && left-- > 0 ? lost : what;
  };
  const here = world({}, { around });
  const child = (seconds: number) =>
    here.define(machine({ Look: { Type: 'Wait', Seconds: seconds, Output: { found: 2 }, End: true } }), 'child');
  const parent = (StateMachineArn: string) =>
    machine({
      Investigate: task('', {
        Resource: 'arn:aws:states:::states:startExecution.sync:2',
        Arguments: { StateMachineArn, Name: 'case_1-1-investigation', Input: {} },
        Retry: [{ ErrorEquals: [lost.error], IntervalSeconds: 60, MaxAttempts: 4, BackoffRate: 1 }],
      }),
    });
  const children = (arn: string) => here.engine.listExecutions({ stateMachineArn: arn }).items;
  return { here, child, parent, children };
}

test.each([1, 3])('the child is started once and awaited, after %d answers that were lost', async (answers) => {
  const { here, child, parent, children } = losing(answers);
  const arn = child(10 * 60);
  const { end, output } = await here.run(parent(arn));
  expect(end?.status).toBe('SUCCEEDED');
  expect(output).toMatchObject({ Name: 'case_1-1-investigation', Output: { found: 2 } });
  expect(end?.stopDate).toBe(START + 10 * minute);
  expect(children(arn)).toHaveLength(1);
});

test('a child that had ended by then is not run again: its name is taken, which the machine has to catch', async () => {
  const { here, child, parent, children } = losing(1);
  const arn = child(30);
  const { end } = await here.run(parent(arn));
  expect(end).toMatchObject({ status: 'FAILED', error: 'StepFunctions.ExecutionAlreadyExistsException' });
  expect(children(arn)).toHaveLength(1);
});
