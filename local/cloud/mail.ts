import * as z from 'zod';
import type { Deployment } from './deployment.ts';
import type { EventBus } from './event-bus.ts';
import type { Circumstances, Mail } from './inbox.ts';
import { fateOf, type MailEventType, mailEvent } from './mail-events.ts';
import type { Answer } from './tables.ts';

const EventDestination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.unknown().optional(),
  }),
});

const Identity = z.object({
  EmailIdentity: z.string(),
  ConfigurationSetAttributes: z.object({ ConfigurationSetName: z.string().optional() }).optional(),
});

const Request = z.object({
  FromEmailAddress: z.string().default(''),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
});

type Accept = (body: string, circumstances: Circumstances) => Promise<Answer & { mail?: Mail }>;

/** SES as it answers `SendEmail`: mail from an identity of the template goes to the inbox, and its fate to the bus. */
export function createMail(deployment: Deployment, accept: Accept, bus: EventBus, now: () => number) {
  const { account, region } = deployment;
  const identities = deployment.resources('AWS::SES::EmailIdentity', Identity).map(({ properties }) => properties);
  const sets = deployment.resources('AWS::SES::ConfigurationSet', z.unknown()).map(({ ref }) => ref);
  const destinations = deployment
    .resources('AWS::SES::ConfigurationSetEventDestination', EventDestination)
    .map(({ properties }) => ({ set: properties.ConfigurationSetName, ...properties.EventDestination }))
    .filter(({ Enabled, EventBridgeDestination }) => Enabled && EventBridgeDestination);

  const wanted = (type: MailEventType, set: string | undefined) =>
    destinations.some(
      ({ set: name, MatchingEventTypes }) =>
        name === set && MatchingEventTypes.some((matching) => matching.toLowerCase() === type),
    );

  return async (body: string): Promise<Answer> => {
    const request = Request.parse(JSON.parse(body));
    const sender = request.FromEmailAddress.replace(/^.*<|>$/g, '').toLowerCase();
    const identity = identities.find(({ EmailIdentity: name }) => sender === name || sender.endsWith(`@${name}`));
    if (sender && identities.length > 0 && !identity)
      return refused('MessageRejected', `Email address is not verified: ${sender} is no identity of the template`);
    const set = request.ConfigurationSetName ?? identity?.ConfigurationSetAttributes?.ConfigurationSetName;
    if (set && !sets.includes(set)) return refused('NotFoundException', `Configuration set <${set}> does not exist.`);
    const tags = Object.fromEntries(request.EmailTags.map(({ Name, Value }) => [Name, Value]));
    const { mail, ...answer } = await accept(body, { at: now(), tags, configurationSet: set });
    for (const recipient of mail ? [...mail.to, ...mail.cc, ...mail.bcc] : [])
      for (const type of fateOf(recipient))
        if (mail && wanted(type, set)) bus.put(mailEvent(type, mail, recipient, account, region));
    return answer;
  };
}

const refused = (type: string, message: string): Answer => ({
  status: 400,
  body: JSON.stringify({ __type: type, message }),
});
