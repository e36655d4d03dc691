import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterEach, expect, test } from 'vitest';
import { MovableClock } from '../../../local/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { mailer } from './clients.ts';
import { arnOf, lambda, synthesize } from './synthesize.ts';

const START = Date.parse('2030-01-07T09:00:00Z');
let cloud: Cloud;
let clock: MovableClock;
let events: { 'detail-type': string; detail: Record<string, never> }[];
afterEach(() => cloud.stop());

async function start(types: string[], dataDir?: string): Promise<void> {
  const assembly = await synthesize({
    service: {
      bundles: { feedback: 'export const handler = async (event) => console.log(JSON.stringify(event));' },
      resources: {
        Feedback: lambda('feedback'),
        Set: { Type: 'AWS::SES::ConfigurationSet' },
        Sender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'bank.example' } },
        ToBus: {
          Type: 'AWS::SES::ConfigurationSetEventDestination',
          Properties: {
            ConfigurationSetName: { Ref: 'Set' },
            EventDestination: {
              Enabled: true,
              MatchingEventTypes: types,
              EventBridgeDestination: { EventBusArn: 'x' },
            },
          },
        },
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: {
            EventPattern: {
              source: ['aws.ses'],
              detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: 'Set' }] } } },
            },
            State: 'ENABLED',
            Targets: [{ Id: 'a', Arn: arnOf('Feedback') }],
          },
        },
      },
    },
  });
  events = [];
  clock = new MovableClock({ start: START });
  const onLog = (_: string, line: string) => void events.push(JSON.parse(line));
  cloud = await startCloud({ assembly, clock, onLog, ...(dataDir ? { dataDir } : {}) });
}

async function send(to: string, more = {}): Promise<string | undefined> {
  const client = mailer(cloud.awsUrl);
  const command = new SendEmailCommand({
    FromEmailAddress: 'Your bank <care@bank.example>',
    Destination: { ToAddresses: [to] },
    ConfigurationSetName: 'service-Set',
    EmailTags: [{ Name: 'kind', Value: 'survey' }],
    Content: {
      Simple: {
        Subject: { Data: 'How was it?' },
        Body: { Text: { Data: 'Tell us' }, Html: { Data: '<p>Tell us' } },
        Headers: [{ Name: 'List-Unsubscribe', Value: '<https://bank.example/u>' }],
      },
    },
    ...more,
  });
  const { MessageId } = await client.send(command).finally(() => client.destroy());
  await clock.settle();
  return MessageId;
}

test('a mail is in the inbox as it was sent, at the time of the clock', async () => {
  await start(['send', 'delivery', 'bounce', 'complaint']);
  await clock.advance(60_000);
  const id = await send('ann@customer.example');
  expect(cloud.inbox.messages('ann@customer.example')).toEqual([
    {
      id,
      at: START + 60_000,
      from: 'Your bank <care@bank.example>',
      to: ['ann@customer.example'],
      cc: [],
      bcc: [],
      replyTo: [],
      subject: 'How was it?',
      text: 'Tell us',
      html: '<p>Tell us',
      headers: [{ name: 'List-Unsubscribe', value: '<https://bank.example/u>' }],
      tags: { kind: 'survey' },
      configurationSet: 'service-Set',
    },
  ]);
  expect(cloud.inbox.messages('bob@customer.example')).toEqual([]);
  expect(await (await fetch(cloud.inboxUrl)).text()).toContain('<html');
  const page = await (await fetch(`${cloud.inboxUrl}/store`)).json();
  expect(page).toMatchObject({ emails: [{ subject: 'How was it?', at: (START + 60_000) / 1000 }] });
  expect(events.map((event) => event['detail-type'])).toEqual(['Email Sent', 'Email Delivered']);
});

test('the addresses of the mailbox simulator bounce and complain as on AWS', async () => {
  await start(['bounce', 'complaint']);
  const id = await send('bounce+c1@simulator.amazonses.com');
  await send('complaint@simulator.amazonses.com');
  await send('success@simulator.amazonses.com');
  await send('suppressionlist@simulator.amazonses.com');
  expect(events.map((event) => event['detail-type'])).toEqual([
    'Email Bounced',
    'Email Complaint Received',
    'Email Bounced',
  ]);
  expect(events[0]).toMatchObject({
    source: 'aws.ses',
    detail: {
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: 'bounce+c1@simulator.amazonses.com' }],
      },
      mail: { messageId: id, tags: { kind: ['survey'], 'ses:configuration-set': ['service-Set'] } },
    },
  });
  expect(events[2]).toMatchObject({ detail: { bounce: { bounceSubType: 'Suppressed' } } });
});

test('a sender that the template does not own is refused', async () => {
  await start([]);
  await expect(send('ann@customer.example', { FromEmailAddress: 'x@elsewhere.example' })).rejects.toMatchObject({
    name: 'MessageRejected',
  });
  await expect(send('ann@customer.example', { ConfigurationSetName: 'other' })).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  expect(cloud.inbox.messages()).toEqual([]);
});

test('a raw mail is taken apart', async () => {
  await start([]);
  const Data = Buffer.from('From: care@bank.example\r\nTo: ann@customer.example\r\nSubject: Hi\r\n\r\nHello');
  await send('ann@customer.example', { Content: { Raw: { Data } } });
  expect(cloud.inbox.messages()).toMatchObject([{ to: ['ann@customer.example'], subject: 'Hi', text: 'Hello' }]);
});

test('mails are still there after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-data-'));
  await start([], dataDir);
  await send('ann@customer.example');
  const sent = cloud.inbox.messages();
  await cloud.stop();
  await start([], dataDir);
  expect(cloud.inbox.messages()).toEqual(sent);
  expect(await (await fetch(`${cloud.inboxUrl}/store`)).json()).toHaveProperty('emails.length', 1);
});
