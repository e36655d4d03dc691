import { createHash } from 'node:crypto';
import { streamArn } from './stream-record.ts';

/** A resource about to get its name. `property` gives a resolved property when it is a text. */
export interface Unnamed {
  readonly type: string;
  readonly logicalId: string;
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  property(name: string): string | undefined;
}

/** What `Ref` gives and what `Fn::GetAtt` gives. */
export interface Names {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Always the same letters and digits for the same resource, as AWS's own random ids look. */
const id = ({ stack, logicalId }: Unnamed, length: number) =>
  BigInt(`0x${createHash('sha256').update(`${stack}/${logicalId}`).digest('hex')}`)
    .toString(36)
    .slice(0, length);

const uuid = (resource: Unnamed) =>
  createHash('sha256')
    .update(`${resource.stack}/${resource.logicalId}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const own = (resource: Unnamed, property: string, longest = 64) =>
  resource.property(property) ?? `${resource.stack}-${resource.logicalId}`.slice(0, longest);

const arn = ({ region, account }: Unnamed, service: string, resource: string) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

function table(resource: Unnamed): Names {
  const ref = own(resource, 'TableName', 255);
  const Arn = arn(resource, 'dynamodb', `table/${ref}`);
  return { ref, attributes: { Arn, StreamArn: streamArn(Arn) } };
}

function queue(resource: Unnamed): Names {
  const name = own(resource, 'QueueName', 80);
  const ref = `https://sqs.${resource.region}.amazonaws.com/${resource.account}/${name}`;
  return { ref, attributes: { Arn: arn(resource, 'sqs', name), QueueName: name, QueueUrl: ref } };
}

function userPool(resource: Unnamed): Names {
  const ref = `${resource.region}_${id(resource, 9)}`;
  const ProviderName = `cognito-idp.${resource.region}.amazonaws.com/${ref}`;
  const Arn = arn(resource, 'cognito-idp', `userpool/${ref}`);
  return { ref, attributes: { Arn, UserPoolId: ref, ProviderName, ProviderURL: `https://${ProviderName}` } };
}

const BY_TYPE: Record<string, (resource: Unnamed) => Names> = {
  'AWS::ApiGatewayV2::Api': (r) => ({ ref: id(r, 10), attributes: { ApiId: id(r, 10) } }),
  'AWS::Cognito::UserPool': userPool,
  'AWS::Cognito::UserPoolClient': (r) => ({ ref: id(r, 26), attributes: { ClientId: id(r, 26) } }),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Rule': (r) => ({
    ref: own(r, 'Name'),
    attributes: { Arn: arn(r, 'events', `rule/${own(r, 'Name')}`) },
  }),
  'AWS::IAM::Role': (r) => ({
    ref: own(r, 'RoleName'),
    attributes: { Arn: `arn:aws:iam::${r.account}:role/${own(r, 'RoleName')}`, RoleId: id(r, 21) },
  }),
  'AWS::KMS::Key': (r) => ({ ref: uuid(r), attributes: { Arn: arn(r, 'kms', `key/${uuid(r)}`), KeyId: uuid(r) } }),
  'AWS::Lambda::Alias': (r) => ({ ref: `${r.property('FunctionName')}:${r.property('Name')}`, attributes: {} }),
  'AWS::Lambda::Function': (r) => {
    const ref = own(r, 'FunctionName');
    return { ref, attributes: { Arn: arn(r, 'lambda', `function:${ref}`) } };
  },
  'AWS::Lambda::Version': (r) => ({ ref: `${r.property('FunctionName')}:1`, attributes: { Version: '1' } }),
  'AWS::Logs::LogGroup': (r) => ({
    ref: own(r, 'LogGroupName', 512),
    attributes: { Arn: arn(r, 'logs', `log-group:${own(r, 'LogGroupName', 512)}:*`) },
  }),
  'AWS::S3::Bucket': (r) => {
    const ref = own(r, 'BucketName').toLowerCase();
    return { ref, attributes: { Arn: `arn:aws:s3:::${ref}`, DomainName: `${ref}.s3.amazonaws.com` } };
  },
  'AWS::Scheduler::Schedule': (r) => ({
    ref: own(r, 'Name'),
    attributes: { Arn: arn(r, 'scheduler', `schedule/${r.property('GroupName') ?? 'default'}/${own(r, 'Name')}`) },
  }),
  'AWS::SES::ConfigurationSet': (r) => ({ ref: own(r, 'Name'), attributes: {} }),
  'AWS::SES::EmailIdentity': (r) => ({ ref: own(r, 'EmailIdentity', 320), attributes: {} }),
  'AWS::SecretsManager::Secret': (r) => {
    const ref = arn(r, 'secretsmanager', `secret:${own(r, 'Name', 512)}-${id(r, 6)}`);
    return { ref, attributes: { Id: ref } };
  },
  'AWS::SNS::Topic': (r) => {
    const ref = arn(r, 'sns', own(r, 'TopicName', 256));
    return { ref, attributes: { TopicArn: ref, TopicName: own(r, 'TopicName', 256) } };
  },
  'AWS::SQS::Queue': queue,
  'AWS::SSM::Parameter': (r) => ({
    ref: own(r, 'Name', 1011),
    attributes: { Type: r.property('Type') ?? 'String', Value: r.property('Value') ?? '' },
  }),
  'AWS::StepFunctions::StateMachine': (r) => {
    const name = own(r, 'StateMachineName', 80);
    const ref = arn(r, 'states', `stateMachine:${name}`);
    return { ref, attributes: { Arn: ref, Name: name } };
  },
};

/** The name and the attributes AWS would give a resource; only what AWS makes up at random is made up here, always alike. */
export function namesOf(resource: Unnamed): Names {
  const known = BY_TYPE[resource.type];
  if (known) return known(resource);
  const [, service = 'custom'] = resource.type.toLowerCase().split('::');
  const ref = `${resource.stack}-${resource.logicalId}`;
  return { ref, attributes: { Arn: arn(resource, service, ref), Id: ref } };
}
