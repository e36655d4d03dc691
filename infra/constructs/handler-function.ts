import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import {
  Effect,
  type IManagedPolicy,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { bundleOf } from '../build.ts';

export type HandlerProps = {
  /** The file below functions/, with its suffix and without `.ts`. */
  entry: string;
  bundles: string;
  environment: Record<string, string>;
  permissions: PolicyStatement[];
  logGroup: ILogGroup;
  /** Lets a function tell X-Ray how long things took. */
  tracing: IManagedPolicy;
  timeout?: Duration;
  /** Where an event goes that the function failed at and nobody waits for. */
  deadLetters?: IQueue | undefined;
};

/**
 * One function with a role of its own that may do what its row says and write its log, and nothing else.
 * @throws Error when the environment is not exactly what the entry reads
 */
export function handlerFunction(scope: Construct, id: string, props: HandlerProps): LambdaFunction {
  const {
    entry,
    bundles,
    environment,
    permissions,
    logGroup,
    tracing,
    timeout = Duration.seconds(30),
    deadLetters,
  } = props;
  checkEnvironment(entry, Object.keys(environment));
  const statements = [
    ...permissions,
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
    ...(deadLetters ? [allow(['sqs:SendMessage'], [deadLetters.queueArn])] : []),
  ];
  // All it may do stands in the role itself: with a policy beside each role, a stack would not hold so many functions.
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    managedPolicies: [tracing],
    inlinePolicies: { its: new PolicyDocument({ statements }) },
  });
  return new LambdaFunction(scope, id, {
    description: entry,
    code: Code.fromAsset(bundleOf(bundles, entry)),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: 512,
    timeout,
    role: role.withoutPolicyUpdates(),
    logGroup,
    environment,
    tracing: Tracing.ACTIVE,
    ...(deadLetters && { deadLetterQueue: deadLetters }),
  });
}

/** A forgotten variable fails the synthesis, and so does one that nobody reads. */
function checkEnvironment(entry: string, given: string[]): void {
  const source = readFileSync(join(import.meta.dirname, `../../functions/${entry}.ts`), 'utf8');
  const calls = [...source.matchAll(/readEnv\(([\s\S]*?)\);/g)].map(([, names = '']) => names);
  const read = new Set([...calls.join(' ').matchAll(/'([A-Z_]+)'/g)].map(([, name = '']) => name));
  if (/\bapi\(/.test(source)) for (const name of ['CALLERS', 'ROLES_CLAIM', 'ACCESS_TABLE']) read.add(name);
  const missing = [...read].filter((name) => !given.includes(name));
  const idle = given.filter((name) => !read.has(name));
  if (missing.length > 0)
    throw new Error(`functions/${entry}.ts reads ${missing.join(', ')}, which its row does not give`);
  if (idle.length > 0) throw new Error(`functions/${entry}.ts does not read ${idle.join(', ')}, which its row gives`);
}

export const allow = (actions: string[], resources: string[]): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions, resources });
