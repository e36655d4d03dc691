import { input, LAPS } from './laps.ts';

type Handlers = Record<string, (payload: unknown) => Promise<unknown>>;
type Run = (
  input: unknown,
  options: { overrides: { taskResourceLocalHandlers: Handlers } },
) => { result: Promise<unknown> };

// By a name that the compiler does not follow: only bench/ installs the package.
const packageName: string = 'aws-local-stepfunctions';
const { StateMachine } = (await import(packageName)) as { StateMachine: new (definition: object) => { run: Run } };

// The same laps in JSONPath, which is what this package runs: a number in the state's data instead of a variable.
// It counts from 1, since it takes a Result of 0 for none.
const definition = {
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Result: 1, ResultPath: '$.lap', Next: 'More?' },
    'More?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.lap', NumericLessThan: LAPS + 1, Next: 'Work' }],
      Default: 'Done',
    },
    Work: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:eu-central-1:111111111111:function:work',
      Parameters: { 'caseId.$': '$.caseId' },
      ResultPath: '$.work',
      Next: 'Count',
    },
    Count: {
      Type: 'Pass',
      Parameters: { 'caseId.$': '$.caseId', 'lap.$': 'States.MathAdd($.lap, 1)' },
      Next: 'More?',
    },
    Done: { Type: 'Succeed' },
  },
};

// The package wants Node 22; of what is new there it uses this.
const withResolvers = () => {
  let settle: object = {};
  const promise = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
};
if (!('withResolvers' in Promise)) Object.assign(Promise, { withResolvers });

export function localStepFunctions(): (executions: number) => Promise<void> {
  const machine = new StateMachine(definition);
  let worked = 0;
  const work = async (payload: unknown) => {
    worked++;
    return payload;
  };
  return async (executions) => {
    worked = 0;
    for (let started = 0; started < executions; started++) {
      await machine.run(input, { overrides: { taskResourceLocalHandlers: { Work: work } } }).result;
    }
    if (worked !== executions * LAPS) throw new Error(`It worked ${worked} times instead of ${executions * LAPS}`);
  };
}
