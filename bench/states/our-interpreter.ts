import { MovableClock } from '../../local/clock.ts';
import { createEngine } from '../../local/states/engine.ts';
import { seeded } from '../../local/states/random.ts';
import { input, LAPS } from './laps.ts';

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: { lap: 0, caseId: '{% $states.input.caseId %}' }, Next: 'More?' },
    'More?': { Type: 'Choice', Choices: [{ Condition: `{% $lap < ${LAPS} %}`, Next: 'Work' }], Default: 'Done' },
    Work: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'work', Payload: { caseId: '{% $caseId %}' } },
      Output: '{% $states.result.Payload %}',
      Next: 'Count',
    },
    Count: { Type: 'Pass', Assign: { lap: '{% $lap + 1 %}' }, Next: 'More?' },
    Done: { Type: 'Succeed' },
  },
};

export async function ourInterpreter(): Promise<(executions: number) => Promise<void>> {
  const clock = new MovableClock({ start: 0 });
  const engine = createEngine({
    clock,
    random: seeded(1),
    region: 'eu-central-1',
    account: '111111111111',
    invokeFunction: async (_name, payload) => ({ payload }),
  });
  const roleArn = 'arn:aws:iam::111111111111:role/bench';
  const { stateMachineArn } = engine.createStateMachine({
    name: 'laps',
    definition: JSON.stringify(definition),
    roleArn,
  });

  return async (executions) => {
    const arns: string[] = [];
    for (let started = 0; started < executions; started++) {
      arns.push(engine.startExecution({ stateMachineArn, input: JSON.stringify(input) }).executionArn);
      if (started % 100 === 99) await clock.settle();
    }
    await clock.settle();
    const failed = arns.filter((arn) => engine.describeExecution(arn).end?.status !== 'SUCCEEDED');
    if (failed.length > 0) throw new Error(`${failed.length} executions did not succeed`);
  };
}
