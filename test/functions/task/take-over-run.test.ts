import { beforeAll, expect, test } from 'vitest';
import { caseStore } from '../../../functions/case/case-store.ts';
import { openWork } from '../../../functions/case/open-work.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { startEntries } from '../../support/entries.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { tableNames } from '../../support/tables.ts';
import { openedCase } from '../../support/task-world.ts';

const { db } = await startEntries({});
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
let handler: (event: unknown) => Promise<void>;
beforeAll(async () => {
  ({ handler } = await import('../../../functions/task/take-over-run.event.ts'));
});
const ended = (name: string, status = 'FAILED') =>
  handler({ source: 'aws.states', detail: { name, status, input: '{}' } });
const tasks = async (caseId: string) => (await cases.load(caseId)).tasks.map((task) => [task.step, task.askedAt]);

test('when the run of a case ends badly, operations are asked, once for each run', async () => {
  const caseId = await openedCase({ cases });
  await ended(`${caseId}-1`, 'TIMED_OUT');
  await ended(`${caseId}-1`, 'TIMED_OUT');
  expect(await tasks(caseId)).toEqual([['case-run', `${caseId}-1`]]);
  const done = f.completed(`${caseId}.1.failed-case-run.1`, 'retry');
  if ('by' in done) await cases.change(caseId, { by: done.by, at: monday }, () => [done.fact]);
  await ended(`${caseId}-1-r2`);
  expect(await tasks(caseId)).toHaveLength(2);
});

test('when the run of a survey ends badly, operations are asked about that, once', async () => {
  const caseId = await openedCase({ cases });
  await cases.change(caseId, { by: 'ann', at: monday }, () => [f.closed]);
  await ended(`${caseId}-1-survey`, 'ABORTED');
  await ended(`${caseId}-1-survey`, 'ABORTED');
  expect(await tasks(caseId)).toEqual([['survey-customer', `${caseId}-1-survey`]]);
});

test('when the run of a case ends badly behind the close, operations are asked until the customer was', async () => {
  const caseId = await openedCase({ cases });
  await cases.change(caseId, { by: 'workflow', at: monday }, () => [f.closed]);
  await ended(`${caseId}-1`, 'TIMED_OUT');
  expect(await tasks(caseId)).toEqual([['case-run', `${caseId}-1`]]);
});

test('the survey of an earlier cycle is taken over as well, while its answer is waited for, beside any other', async () => {
  const caseId = await openedCase({ cases });
  await cases.change(caseId, { by: 'ann', at: monday }, () => [f.closed, f.invited(), f.reopened()]);
  await ended(`${caseId}-1-survey`, 'ABORTED');
  expect(await tasks(caseId)).toEqual([['survey-customer', `${caseId}-1-survey`]]);
  await cases.change(caseId, { by: 'ann', at: monday }, () => [f.closed]);
  await ended(`${caseId}-2-survey`);
  await ended(`${caseId}-1-survey-2`);
  expect((await tasks(caseId)).map(([, run]) => run)).toEqual(
    ['-1-survey', '-2-survey', '-1-survey-2'].map((one) => caseId + one),
  );
});

test('what somebody is asked about a survey that is out stays when the case is taken up again, and holds up no close', async () => {
  const caseId = await openedCase({ cases });
  await cases.change(caseId, { by: 'ann', at: monday }, () => [f.closed, f.invited()]);
  await ended(`${caseId}-1-survey`, 'ABORTED');
  const again = await cases.change(caseId, { by: 'ann', at: monday }, () => [f.reopened()]);
  expect(again.tasks.map(({ step, status }) => [step, status])).toEqual([['survey-customer', 'open']]);
  expect(openWork(again)).not.toContain(`task ${caseId}.1.failed-survey-customer.1 is open`);
  const cancelled = await cases.change(caseId, { by: 'ann', at: monday }, () => [f.cancelled]);
  expect(cancelled.tasks.map(({ status }) => status)).toEqual(['open']);
});

test('nobody is asked about a case whose customer was asked how it went, or that is none', async () => {
  const caseId = await openedCase({ cases });
  await cases.change(caseId, { by: 'ann', at: monday }, () => [f.closed, f.invited()]);
  await ended(`${caseId}-1`, 'ABORTED');
  expect(await tasks(caseId)).toEqual([]);
  const none = newId('case');
  await ended(`${none}-1`);
  expect(await cases.history(none)).toEqual([]);
});
