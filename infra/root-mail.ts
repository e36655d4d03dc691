import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

const detail = (name: string) => EventField.fromPath(`$.detail.${name}`);

/** Every published root goes to the auditors by mail, if the stage says who they are: what they hold nobody here changes. */
export function mailRoots(scope: Construct, { auditorsTo }: Stage, deadLetterQueue: Queue): void {
  if (!auditorsTo) return;
  const topic = new Topic(scope, 'RootMail', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(auditorsTo, { deadLetterQueue }));
  const held = `${detail('size')}:${detail('root')}`;
  const message = RuleTargetInput.fromMultilineText(
    [
      `Keep this mail. The root over the chains of all cases, made ${detail('at')}:`,
      'این نامه را نگه دارید. ریشهٔ زنجیره‌های همهٔ پرونده‌ها:',
      held,
      `To check a case against it / برای سنجش یک پرونده با آن: npm run verify -- --case ID --root ${held}`,
    ].join('\n'),
  );
  new Rule(scope, 'RootRule', {
    eventPattern: { source: ['caseloop'], detailType: ['audit.root-published'] },
    targets: [new SnsTopic(topic, { message, deadLetterQueue, retryAttempts: 10 })],
  });
}
