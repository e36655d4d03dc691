import { createHash, createHmac } from 'node:crypto';
import { Module } from 'node:module';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { expect, test, vi } from 'vitest';
import { slimSdk } from '../../infra/slim-sdk.ts';

type Request = {
  protocol: string;
  hostname: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
};
type Ask = (region: string, handle: (request: Request) => Promise<never>) => Promise<void>;

/** A client as the bundles carry it, or as the SDK has it. */
async function bundled(
  service: string,
  client: string,
  call: string,
  endpoint?: string,
  plugins: Plugin[] = [slimSdk],
): Promise<Ask> {
  const contents = `
    import { ${client}, ${call} } from '@aws-sdk/client-${service}';
    export const ask = (region, handle) => new ${client}({
      region, maxAttempts: 1, endpoint: ${JSON.stringify(endpoint)},
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' }, requestHandler: { handle },
    }).send(new ${call}({ TableName: 't', Key: {}, SecretId: 's', executionArn: 'e', Entries: [], Content: {} }));`;
  const options: BuildOptions = {
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
  } as const;
  const made = await build({ ...options, stdin: { contents, resolveDir: import.meta.dirname }, plugins });
  const module = new Module('ask.cjs') as Module & { _compile(code: string, file: string): void };
  module._compile(made.outputFiles?.[0]?.text ?? '', 'ask.cjs');
  return (module.exports as { ask: Ask }).ask;
}

/** Asks a service with a client as the bundles carry it, and tells where the request went. */
async function addressOf(
  service: string,
  client: string,
  call: string,
  region: string,
  endpoint?: string,
): Promise<string> {
  let address = '';
  const ask = await bundled(service, client, call, endpoint);
  await ask(region, async ({ protocol, hostname }) => {
    address = `${protocol}//${hostname}`;
    throw new Error('far enough');
  }).catch(() => undefined);
  return address;
}

test.each([
  ['dynamodb', 'DynamoDBClient', 'GetItemCommand', 'dynamodb'],
  ['sfn', 'SFNClient', 'DescribeExecutionCommand', 'states'],
  ['sesv2', 'SESv2Client', 'SendEmailCommand', 'email'],
  ['eventbridge', 'EventBridgeClient', 'PutEventsCommand', 'events'],
  ['secrets-manager', 'SecretsManagerClient', 'GetSecretValueCommand', 'secretsmanager'],
])('%s is found where AWS has it, in each part of the world', async (service, client, call, host) => {
  expect(await addressOf(service, client, call, 'eu-central-1')).toBe(`https://${host}.eu-central-1.amazonaws.com`);
  expect(await addressOf(service, client, call, 'cn-north-1')).toBe(`https://${host}.cn-north-1.amazonaws.com.cn`);
  expect(await addressOf(service, client, call, 'eu-central-1', 'https://endpoint.example')).toBe(
    'https://endpoint.example',
  );
});

/** The signature that AWS would expect, worked out from what it gets: docs.aws.amazon.com, create a signed request. */
function expectedSignature({ method, path, headers, body }: Request): string {
  const [, key = '', scope = '', signed = ''] =
    /Credential=(\w+)\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const lines = signed.split(';').map((name) => `${name}:${headers[name]?.trim()}\n`);
  const canonical = [method, path, '', lines.join(''), signed, hash(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const signing = scope
    .split('/')
    .reduce<string | Buffer>((secret, part) => createHmac('sha256', secret).update(part).digest(), `AWS4${key}`);
  return createHmac('sha256', signing).update(toSign).digest('hex');
}

test('a request says who asks in the words of the SDK, and is signed as AWS expects it', async () => {
  const asked = async (plugins: Plugin[]) => {
    const found: Request[] = [];
    const ask = await bundled('dynamodb', 'DynamoDBClient', 'GetItemCommand', undefined, plugins);
    const handle = async (request: Request) => {
      found.push(request);
      throw new Error('far enough');
    };
    for (let times = 0; times < 2; times++) await ask('eu-central-1', handle).catch(() => undefined);
    return found;
  };
  vi.useFakeTimers({ now: Date.parse('2026-03-20T08:00:00Z'), toFake: ['Date'] });
  const [slim, whole] = [await asked([slimSdk]), await asked([])];
  vi.useRealTimers();
  const told = ({ headers }: Request) => headers['x-amz-user-agent'];
  expect(slim.map(told)).toEqual(whole.map(told));
  for (const request of [...slim, ...whole]) {
    expect(request.headers['user-agent']).toMatch(/^aws-sdk-js\/\S+ /);
    expect(request.headers.authorization).toContain(`Signature=${expectedSignature(request)}`);
  }
});
