import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';
import { endings, playScript } from './script.ts';

// F1: each state with a task x each error x before or after its effect x once, up to its last retry, or beyond.
// Errors of the tables, the mail and the runs happen inside the functions: each step x each service x before or after
// its effect x so many calls in a row.

const functions = [
  ['case', 'Freeze accounts'],
  ['case', 'Review case'],
  ['case', 'Triage'],
  ['case', 'Close case'],
  ['investigation', 'Work on findings'],
  ['investigation', 'Conclude investigation'],
  ['survey', 'Invite customer'],
  ['survey', 'Remind customer'],
  ['survey', 'Conclude survey'],
];
const machines = [
  ['case', 'Investigate'],
  ['case', 'Survey customer'],
];
const ofFunctions = [
  'Lambda.ServiceException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'States.Timeout',
  'States.HeartbeatTimeout',
  'States.TaskFailed',
  'States.Permissions',
  'States.DataLimitExceeded',
  'AccountNotFound',
];
const ofMachines = [
  'StepFunctions.ThrottlingException',
  'StepFunctions.AWSStepFunctionsException',
  'States.Permissions',
];
const phases = ['before', 'after'] as const;
const schedules = { once: 1, 'up to its last retry': 4, 'until its retries are exhausted': 9 };

const cells = [
  ...functions.flatMap((state) => ofFunctions.map((error) => ({ state, error }))),
  ...machines.flatMap((state) => ofMachines.map((error) => ({ state, error }))),
].flatMap(({ state: [machine = '', stateName = ''], error }) =>
  phases.flatMap((when) =>
    Object.entries(schedules).map(([schedule, times]) => ({ machine, stateName, error, when, schedule, times })),
  ),
);

test.each(cellsOf(cells, 45))('$machine “$stateName” survives $error $when its effect, $schedule', async (cell) => {
  const { machine, stateName, error, when, times } = cell;
  const world = await playScript(JSON.stringify(cell), { task: { machine, stateName, fault: { error, when }, times } });
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});

const steps = [
  ...['account/freeze-accounts', 'case/review-case', 'task/open-triage', 'case/close-case'],
  ...['task/open-investigation', 'task/conclude-investigation', 'survey/invite-customer', 'survey/conclude-survey'],
];
const services = [
  ...steps.map((step) => ({ step, service: 'dynamodb' as const })),
  { step: 'survey/invite-customer', service: 'ses' as const },
];
const faults = ['throttled', 'lost', 'unanswered', 'twice', 'slow'] as const;
const inside = services.flatMap(({ step, service }) =>
  faults.flatMap((fault) =>
    Object.entries({ once: 1, 'three times': 3, 'ten times': 10 }).map(([often, times]) => ({
      ...{ step, service, fault, often, times },
    })),
  ),
);

test.each(cellsOf(inside, 24))('$step survives $service that is $fault $often', async (cell) => {
  const { step, service, fault, times } = cell;
  let left: number = times;
  const world = await playScript(JSON.stringify(cell), {
    call: (call) => (call.caller === `${step}.step` && call.service === service && left-- > 0 ? fault : undefined),
  });
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
