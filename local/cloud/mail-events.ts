import type { SentEvent } from './event-bus.ts';
import type { Mail } from './inbox.ts';
import type { Json, JsonObject } from './json.ts';

/** What SES reports about a mail, by the names of a configuration set's event destination. */
export type MailEventType = 'send' | 'delivery' | 'bounce' | 'complaint';

const DETAIL_TYPES: Record<MailEventType, string> = {
  send: 'Email Sent',
  delivery: 'Email Delivered',
  bounce: 'Email Bounced',
  complaint: 'Email Complaint Received',
};

/**
 * What becomes of a mail to this address. The addresses of the mailbox simulator behave as on AWS
 * (`bounce@simulator.amazonses.com`, also with a label: `bounce+1@…`); every other mail is delivered.
 */
export function fateOf(address: string): readonly MailEventType[] {
  const [, name] = /([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com>?$/i.exec(address) ?? [];
  if (name === 'bounce' || name === 'suppressionlist') return ['send', 'bounce'];
  if (name === 'complaint') return ['send', 'delivery', 'complaint'];
  return ['send', 'delivery'];
}

/** The event SES puts on the default bus. `now` in milliseconds since the epoch. */
export function mailEvent(
  type: MailEventType,
  mail: Mail,
  recipient: string,
  account: string,
  region: string,
): SentEvent {
  const timestamp = new Date(mail.at).toISOString();
  const eventType = type[0]?.toUpperCase() + type.slice(1);
  const arn = (resource: string) => `arn:aws:ses:${region}:${account}:${resource}`;
  const tags: JsonObject = { 'ses:configuration-set': [mail.configurationSet ?? ''] };
  for (const [name, value] of Object.entries(mail.tags)) tags[name] = [value];
  return {
    source: 'aws.ses',
    'detail-type': DETAIL_TYPES[type],
    resources: [arn(`configuration-set/${mail.configurationSet ?? ''}`)],
    detail: {
      eventType,
      mail: {
        timestamp,
        source: mail.from,
        sourceArn: arn(`identity/${mail.from.replace(/^.*<|>$/g, '')}`),
        sendingAccountId: account,
        messageId: mail.id,
        destination: [...mail.to, ...mail.cc, ...mail.bcc],
        headersTruncated: false,
        headers: mail.headers.map(({ name, value }) => ({ name, value })),
        commonHeaders: { from: [mail.from], to: [...mail.to], messageId: mail.id, subject: mail.subject },
        tags,
      },
      [type]: particulars(type, mail, recipient, timestamp),
    },
  };
}

function particulars(type: MailEventType, mail: Mail, recipient: string, timestamp: string): Json {
  const feedbackId = `${mail.id}-feedback`;
  if (type === 'send') return {};
  if (type === 'delivery')
    return { timestamp, processingTimeMillis: 0, recipients: [recipient], smtpResponse: '250 2.6.0 Message received' };
  if (type === 'complaint')
    return {
      complainedRecipients: [{ emailAddress: recipient }],
      timestamp,
      feedbackId,
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: timestamp,
    };
  const suppressed = recipient.startsWith('suppressionlist');
  const diagnosticCode = suppressed
    ? 'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.'
    : 'smtp; 550 5.1.1 user unknown';
  return {
    bounceType: 'Permanent',
    bounceSubType: suppressed ? 'Suppressed' : 'General',
    bouncedRecipients: [{ emailAddress: recipient, action: 'failed', status: '5.1.1', diagnosticCode }],
    timestamp,
    feedbackId,
    reportingMTA: 'dns; amazonses.com',
  };
}
