import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

type Resources = Record<string, { Type: string; Condition?: string; Properties?: Record<string, unknown> }>;

/** Small templates as CDK writes them: each key of `bundles` is a function's source and becomes an asset. */
export interface App {
  readonly resources: Resources;
  readonly outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>;
  readonly conditions?: Record<string, unknown>;
  readonly bundles?: Record<string, string>;
}

/** Writes a `cdk.out` with one stack for each app, and returns the folder. */
export async function synthesize(apps: Record<string, App>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-'));
  const artifacts: Record<string, unknown> = {};
  for (const [stackName, { resources, outputs = {}, conditions = {}, bundles = {} }] of Object.entries(apps)) {
    const files: Record<string, unknown> = {};
    await Promise.all(
      Object.entries(bundles).map(async ([name, source]) => {
        await bundle(source, join(folder, `asset.${name}`));
        const destinations = { local: { objectKey: `${name}.zip` } };
        files[name] = { source: { path: `asset.${name}` }, destinations };
      }),
    );
    write(folder, `${stackName}.template.json`, { Resources: resources, Outputs: outputs, Conditions: conditions });
    write(folder, `${stackName}.assets.json`, { files });
    artifacts[`${stackName}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${stackName}.assets.json` } };
    artifacts[stackName] = {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/unknown-region',
      properties: { templateFile: `${stackName}.template.json` },
    };
  }
  write(folder, 'manifest.json', { artifacts });
  return folder;
}

/** A function of an asset, with what CDK's L2 construct would give it. */
export const lambda = (asset: string, variables: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'assets', S3Key: `${asset}.zip` },
    Handler: 'index.handler',
    Runtime: 'nodejs22.x',
    Timeout: 10,
    Environment: { Variables: variables },
    ...more,
  },
});

export const table = (hash: string, range?: string, more: Record<string, unknown> = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    KeySchema: [
      { AttributeName: hash, KeyType: 'HASH' },
      ...(range ? [{ AttributeName: range, KeyType: 'RANGE' }] : []),
    ],
    AttributeDefinitions: [
      { AttributeName: hash, AttributeType: 'S' },
      ...(range ? [{ AttributeName: range, AttributeType: 'N' }] : []),
    ],
    BillingMode: 'PAY_PER_REQUEST',
    ...more,
  },
});

export const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

const write = (folder: string, name: string, content: unknown) =>
  writeFileSync(join(folder, name), JSON.stringify(content));

async function bundle(contents: string, outdir: string): Promise<void> {
  mkdirSync(outdir);
  await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile: join(outdir, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
}
