import { describe, expect, test } from 'vitest';
import type { RecordedCase } from '../../../local/states/conformance/case.ts';
import { compare } from '../../../local/states/conformance/compare.ts';
import { runCase } from '../../../local/states/conformance/run-case.ts';
import { machine, task } from './support/world.ts';

const data = (value: unknown, key: string) => ({ [key]: value, [`${key}Details`]: { truncated: false } });
const what = { resource: 'sendMessage.waitForTaskToken', resourceType: 'sqs' };
const event = (id: number, previousEventId: number, type: string, details: object = {}) => ({
  id,
  previousEventId,
  type,
  ...details,
});

/** Written by hand in the format of the recordings. */
const recorded = {
  name: 'asked over a queue',
  definition: machine({
    Ask: task('', {
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { MessageBody: { Token: '{% $states.context.Task.Token %}' } },
      HeartbeatSeconds: 60,
    }),
  }),
  input: { id: '1' },
  tasks: { Ask: [{ submitted: { MessageId: 'm' }, sendTaskHeartbeat: 2, sendTaskSuccess: 'yes' }] },
  concurrent: false,
  expected: {
    status: 'SUCCEEDED',
    output: 'yes',
    events: [
      event(1, 0, 'ExecutionStarted', {
        executionStartedEventDetails: { ...data({ id: '1' }, 'input'), roleArn: '<any>' },
      }),
      event(2, 0, 'TaskStateEntered', { stateEnteredEventDetails: { name: 'Ask', ...data({ id: '1' }, 'input') } }),
      event(3, 2, 'TaskScheduled', {
        taskScheduledEventDetails: {
          ...what,
          region: '<any>',
          heartbeatInSeconds: 60,
          parameters: { MessageBody: { Token: '<any>' } },
        },
      }),
      event(4, 3, 'TaskStarted', { taskStartedEventDetails: what }),
      event(5, 4, 'TaskSubmitted', { taskSubmittedEventDetails: { ...what, ...data({ MessageId: 'm' }, 'output') } }),
      event(6, 5, 'TaskSucceeded', { taskSucceededEventDetails: { ...what, ...data('yes', 'output') } }),
      event(7, 6, 'TaskStateExited', { stateExitedEventDetails: { name: 'Ask', ...data('yes', 'output') } }),
      event(8, 7, 'ExecutionSucceeded', { executionSucceededEventDetails: data('yes', 'output') }),
    ],
  },
} as unknown as RecordedCase;

const altered = (change: (expected: { [key: string]: unknown; events: ReturnType<typeof event>[] }) => void) => {
  const copy = structuredClone(recorded) as RecordedCase;
  change(copy.expected as never);
  return copy;
};

describe('a recorded run is held against ours', () => {
  test('and nothing is said when they are the same', async () => {
    expect(compare(recorded, await runCase(recorded))).toEqual([]);
  });

  test.each([
    [
      'another status',
      altered((expected) => (expected.status = 'FAILED')),
      'status: expected "FAILED", got "SUCCEEDED"',
    ],
    ['another output', altered((expected) => (expected.output = 'no')), 'output: expected "no", got "yes"'],
    ['an event more', altered(({ events }) => events.push(event(9, 8, 'Extra'))), 'event 9: missing Extra'],
    ['an event less', altered(({ events }) => events.pop()), 'event 8: extra ExecutionSucceeded'],
    [
      'another predecessor',
      altered(({ events }) => Object.assign(events[4] as object, { previousEventId: 3 })),
      'event 5 TaskSubmitted: expected to follow 3, follows 4',
    ],
    [
      'a detail that should not be there',
      altered(({ events }) => Object.assign(events[3] as object, { taskStartedEventDetails: { resourceType: 'sqs' } })),
      'event 4 TaskStarted.taskStartedEventDetails.resource: not in the recording ("sendMessage.waitForTaskToken")',
    ],
  ])('%s is told', async (_what, expected, told) => {
    expect(compare(expected, await runCase(recorded))[0]).toBe(told);
  });

  test('where branches run side by side, only the order inside each of them counts', async () => {
    const pass = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
    const definition = machine({ Both: { Type: 'Parallel', Branches: [pass('A'), pass('B')], End: true } });
    const base = { ...recorded, definition, tasks: {}, concurrent: true } as unknown as RecordedCase;
    const ran = await runCase(base);
    const state = (id: number, previousEventId: number, type: string, name: string) => {
      const found = ran.events.find((one) => one.type === type && JSON.stringify(one).includes(`"name":"${name}"`));
      return { ...found, id, previousEventId } as (typeof ran.events)[number];
    };
    const [started, entered, parallel, , , , , succeeded, exited, end] = ran.events;
    const interleaved = [
      started,
      entered,
      parallel,
      state(4, 3, 'PassStateEntered', 'B'),
      state(5, 3, 'PassStateEntered', 'A'),
      state(6, 4, 'PassStateExited', 'B'),
      state(7, 5, 'PassStateExited', 'A'),
      succeeded,
      exited,
      end,
    ] as typeof ran.events;
    const { input, ...asText } = { ...base, input: recorded.input };
    const expected = {
      ...asText,
      input,
      expected: { ...ran, events: ran.events.map(parsedEvent), output: [input, input] },
    };
    expect(compare(expected as RecordedCase, { ...ran, events: interleaved })).toEqual([]);
    const swapped = interleaved.with(6, { ...(interleaved[6] as object), type: 'WaitStateExited' } as never);
    expect(compare(expected as RecordedCase, { ...ran, events: swapped })).not.toEqual([]);
  });
});

/** JSON texts as a recording holds them. */
const parsedEvent = (one: object) =>
  JSON.parse(JSON.stringify(one), (key, value: unknown) =>
    ['input', 'output'].includes(key) && typeof value === 'string' ? JSON.parse(value) : value,
  ) as object;
