import { CfnResource, Validations } from 'aws-cdk-lib';
import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnManagedPolicy, CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { routes } from './api.ts';
import type { Stage } from './stages.ts';

/** Findings of the security packs that stay, where, and why. */
export type Exception = { findings: string[]; of: (resource: CfnResource) => boolean; reason: string };

const publicRoutes = routes.filter((row) => row.callers === 'public').map((row) => `${row.method} ${row.path}`);

const inFull = (resource: string): string => `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:${resource}]`;
const bucketOf = (name: string, where: NonNullable<Stage['rootArchive']>): string =>
  'bucket' in where ? where.bucket : `Caseloop-${name}-data:ExportsOutputRefKeptRoots54A13DEBE462323A`;

// Every finding that is not here fails the synthesis. Fix it where it comes from before you add a line.
export const exceptions = ({ name, rootArchive }: Stage): Exception[] => [
  {
    findings: ['AwsSolutions-APIG4'],
    of: (resource) => resource instanceof CfnRoute && publicRoutes.includes(resource.routeKey),
    reason: 'Public on purpose: the link of a survey carries 256 random bits of its own, and health says nothing.',
  },
  {
    findings: ['AwsSolutions-IAM5[Resource::*]'],
    of: (resource) => resource instanceof CfnPolicy || resource instanceof CfnManagedPolicy,
    reason: 'X-Ray, and the delivery of the logs of a state machine, know no resource; their actions are all named.',
  },
  {
    findings: [
      ...['case', 'complaint', 'investigation', 'survey'].map((machine) =>
        inFull(`states:<AWS::Region>:<AWS::AccountId>:execution:caseloop-${name}-${machine}:*`),
      ),
      ...(rootArchive ? [inFull(`s3:::${bucketOf(name, rootArchive)}/roots/*`)] : []),
    ],
    of: (resource) => resource instanceof CfnPolicy || resource instanceof CfnRole,
    reason:
      'A run has its name from its case and a root from its size, which nobody knows before; what they lie in is named in full.',
  },
  {
    findings: ['Serverless-LambdaDLQ'],
    of: (resource) => resource instanceof CfnFunction && /\.(api|step|stream)$/.test(resource.description ?? ''),
    reason:
      'Called by somebody who waits for the answer: the API, a state machine with Retry and Catch, a stream with a dead-letter queue of its own.',
  },
  {
    findings: ['Serverless-SQSRedrivePolicy'],
    of: (resource) => resource instanceof CfnQueue,
    reason: 'The only queue is where dead letters end: an alarm tells a person of the first.',
  },
];

/** Acknowledges the exceptions on the resources they are about, and on no others. */
export function acknowledgeExceptions(app: IConstruct, stage: Stage): void {
  for (const resource of app.node.findAll().filter(CfnResource.isCfnResource)) {
    for (const { findings, of, reason } of exceptions(stage)) {
      if (of(resource)) Validations.of(resource).acknowledge(...findings.map((id) => ({ id, reason })));
    }
  }
}
