import { Module } from 'node:module';
import { type BuildOptions, build } from 'esbuild';
import { expect, test } from 'vitest';
import { slimSdk } from '../../infra/slim-sdk.ts';

type Ask = (
  region: string,
  handle: (request: { protocol: string; hostname: string }) => Promise<never>,
) => Promise<void>;

/** Asks a service with a client as the bundles carry it, and tells where the request went. */
async function addressOf(
  service: string,
  client: string,
  call: string,
  region: string,
  endpoint?: string,
): Promise<string> {
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
  const made = await build({ ...options, stdin: { contents, resolveDir: import.meta.dirname }, plugins: [slimSdk] });
  const module = new Module('ask.cjs') as Module & { _compile(code: string, file: string): void };
  module._compile(made.outputFiles?.[0]?.text ?? '', 'ask.cjs');
  let address = '';
  const { ask } = module.exports as { ask: Ask };
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
