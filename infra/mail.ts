import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/** The sender, and the set that reports what became of each mail. Returns the name of the set. */
export function mailOf(scope: Construct, stage: Stage): string {
  const configurationSetName = `caseloop-${stage.name}`;
  const set = new ConfigurationSet(scope, 'Mails', {
    configurationSetName,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  set.addEventDestination('MailEvents', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'DefaultBus', 'default')),
    // That it was sent says whoever sends it; what is in doubt, its delivery or its bounce settles.
    events: [EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
  });
  new EmailIdentity(scope, 'Sender', { identity: Identity.email(stage.mailFrom), configurationSet: set });
  return configurationSetName;
}
