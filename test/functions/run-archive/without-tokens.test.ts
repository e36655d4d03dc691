import { expect, test } from 'vitest';
import { withoutTokens } from '../../../functions/run-archive/without-tokens.ts';

const TOKEN = 'AQCEAAAAKgAAAAMAAAAA/x+4cK1=';
const payload = { caseId: 'case_1', taskToken: TOKEN, turn: '2026-11-22T08:00:00.000Z' };
const scheduled = (parameters: unknown) => ({
  id: 7,
  type: 'TaskScheduled',
  timestamp: new Date('2026-11-22T08:00:00Z'),
  taskScheduledEventDetails: { resource: 'invoke.waitForTaskToken', parameters: JSON.stringify(parameters) },
});

test('what people read of a run holds no token that could answer it, however deep it was wrapped', () => {
  const wrapped = [
    scheduled({ FunctionName: 'arn', Payload: payload }),
    scheduled({ Payload: JSON.stringify(payload) }),
    scheduled({ Payload: JSON.stringify({ again: JSON.stringify({ TaskToken: TOKEN }) }) }),
  ];
  for (const event of wrapped) expect(JSON.stringify(withoutTokens([event]))).not.toContain(TOKEN);
});

test('all else is as it was', () => {
  const [read] = withoutTokens([scheduled({ FunctionName: 'arn', Payload: payload })]) as ReturnType<
    typeof scheduled
  >[];
  expect(read).toMatchObject({ id: 7, type: 'TaskScheduled', timestamp: '2026-11-22T08:00:00.000Z' });
  const parameters = JSON.parse(read?.taskScheduledEventDetails.parameters ?? '');
  expect(parameters).toEqual({ FunctionName: 'arn', Payload: { ...payload, taskToken: 'hidden' } });
});
