import { Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { allow } from './constructs/handler-function.ts';
import { workflowMachine } from './constructs/workflow-machine.ts';
import type { Stage } from './stages.ts';

type Kept = { stage: Stage; bucket: IBucket | undefined; queue: Queue };

/**
 * Every published root becomes an object, if the stage says where: in the bucket of this stack, or in one of somebody
 * else. Whoever writes it may write and nothing more: neither read, nor delete, nor say for how long it is locked.
 */
export function keepRoots(scope: Construct, { stage, bucket, queue }: Kept): StateMachine[] {
  const { name, rootArchive, logDays } = stage;
  if (!rootArchive) return [];
  const bucketName = bucket?.bucketName ?? ('bucket' in rootArchive ? rootArchive.bucket : '');
  const objects = Stack.of(scope).formatArn({
    ...{ service: 's3', region: '', account: '', resource: bucketName, resourceName: 'roots/*' },
  });
  const key = bucket?.encryptionKey;
  const machine = workflowMachine(scope, 'KeepRoot', {
    name: `caseloop-${name}-keep-root`,
    definition: 'keep-root',
    functions: {},
    named: { RootBucket: bucketName },
    permissions: [
      allow(['s3:PutObject'], [objects]),
      ...(key ? [allow(['kms:GenerateDataKey', 'kms:Decrypt'], [key.keyArn])] : []),
    ],
    logDays,
  });
  new Rule(scope, 'KeepRootRule', {
    eventPattern: { source: ['caseloop'], detailType: ['audit.root-published'] },
    targets: [new SfnStateMachine(machine, { deadLetterQueue: queue, retryAttempts: 10 })],
  });
  return [machine];
}
