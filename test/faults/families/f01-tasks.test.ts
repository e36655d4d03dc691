import { expect, test } from 'vitest';
import { endings, playScript } from './script.ts';

// F1: each state with a task x each error x before or after its effect x once or until its retries are exhausted.
// Errors of the tables, the mail and the account system happen inside the functions: see F2 and the seeded lives.

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
  'Lambda.Unknown',
  'States.TaskFailed',
  'States.Permissions',
];
const ofMachines = [
  'StepFunctions.ThrottlingException',
  'StepFunctions.AWSStepFunctionsException',
  'States.Permissions',
];
const phases = ['before', 'after'] as const;
const schedules = { once: 1, 'until its retries are exhausted': 9 };

const cells = [
  ...functions.flatMap((state) => ofFunctions.map((error) => ({ state, error }))),
  ...machines.flatMap((state) => ofMachines.map((error) => ({ state, error }))),
].flatMap(({ state: [machine = '', stateName = ''], error }) =>
  phases.flatMap((when) =>
    Object.entries(schedules).map(([schedule, times]) => ({ machine, stateName, error, when, schedule, times })),
  ),
);

test.each(cells)('$machine “$stateName” survives $error $when its effect, $schedule', async (cell) => {
  const { machine, stateName, error, when, times } = cell;
  const world = await playScript(JSON.stringify(cell), { task: { machine, stateName, fault: { error, when }, times } });
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
