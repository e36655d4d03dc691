import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventBus } from '../../../functions/event-bus/event-bus-gateway.ts';
import type { PublicEvent } from '../../../functions/event-bus/public-event.ts';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { synthesize } from '../../local/cloud/synthesize.ts';
import { caseId, monday } from '../../support/given.ts';

let cloud: Cloud;
let client: EventBridgeClient;
beforeAll(async () => {
  const resources = { Box: { Type: 'AWS::SQS::Queue' } };
  cloud = await startCloud({ assembly: await synthesize({ app: { resources } }), clock: new MovableClock() });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new EventBridgeClient({ endpoint: cloud.awsUrl, region: 'eu-central-1', credentials });
});
afterAll(() => cloud.stop());

const responded: PublicEvent = {
  type: 'survey.responded',
  detail: {
    ...{ caseId, cycle: 1, round: 1, survey: 'after-case', surveyVersion: 1, answerVersion: 1 },
    ...{ language: 'fa', channel: 'web', late: false, detractor: true },
    answers: [{ question: 'satisfaction', kind: 'csat', value: 1, from: 1, to: 5 }],
  },
};

test('others are told what happened, and by the same delivery id however often it is tried', async () => {
  const bus = eventBus(client, 'default');
  const event = { ...responded, deliveryId: `${caseId}.7`, at: monday };
  await bus.publish(event);
  await bus.publish(event);
  const told = cloud.events.published('caseloop');
  expect(told).toMatchObject(
    Array(2).fill({ 'detail-type': 'survey.responded', detail: { deliveryId: `${caseId}.7` } }),
  );
  expect(new Set(told.map(({ id }) => id)).size).toBe(2);
});

test('an event that EventBridge did not take is not taken for told', async () => {
  const refusing = { send: async () => ({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] }) };
  const bus = eventBus(refusing as unknown as EventBridgeClient, 'default');
  await expect(bus.publish({ ...responded, deliveryId: 'd', at: monday })).rejects.toThrow('InternalFailure');
});
