import { MovableClock } from '../local/clock.ts';
import { createEngine } from '../local/states/engine.ts';
import { seeded } from '../local/states/random.ts';

// tsx bench/states.ts: state transitions a second, on one core, with histories, over Pass, Choice and Task.

const LAPS = 20;
const EXECUTIONS = 300;
const ROUNDS = 5;
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

const clock = new MovableClock({ start: 0 });
const engine = createEngine({
  clock,
  random: seeded(1),
  region: 'eu-central-1',
  account: '111111111111',
  invokeFunction: async (_name, payload) => ({ payload }),
});
const { stateMachineArn } = engine.createStateMachine({
  name: 'laps',
  definition: JSON.stringify(definition),
  roleArn: 'arn:aws:iam::111111111111:role/bench',
});

async function run(executions: number): Promise<number> {
  const arns: string[] = [];
  for (let started = 0; started < executions; started++) {
    arns.push(engine.startExecution({ stateMachineArn, input: '{"caseId":"case_1"}' }).executionArn);
    if (started % 100 === 99) await clock.settle();
  }
  await clock.settle();
  const failed = arns.filter((arn) => engine.describeExecution(arn).end?.status !== 'SUCCEEDED');
  if (failed.length > 0) throw new Error(`${failed.length} executions did not succeed`);
  return executions * (3 + 3 * LAPS);
}

async function measured(): Promise<number> {
  const begun = process.hrtime.bigint();
  const transitions = await run(EXECUTIONS);
  return transitions / (Number(process.hrtime.bigint() - begun) / 1e9);
}

await run(100);
const rounds: number[] = [];
for (let round = 0; round < ROUNDS; round++) rounds.push(await measured());
const shown = rounds.map((rate) => Math.round(rate).toLocaleString('en'));
console.log(`local/states: ${Math.round(Math.max(...rounds)).toLocaleString('en')} transitions a second`);
console.log(`  the best of ${ROUNDS} rounds of ${EXECUTIONS} executions: ${shown.join(', ')}`);
