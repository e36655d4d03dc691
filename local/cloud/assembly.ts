import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import type { Json } from './json.ts';

const json = z.custom<Json>(() => true);

const Manifest = z.object({
  artifacts: z
    .record(
      z.string(),
      z.object({
        type: z.string(),
        environment: z.string().optional(),
        properties: z
          .object({
            templateFile: z.string().optional(),
            stackName: z.string().optional(),
            directoryName: z.string().optional(),
            file: z.string().optional(),
          })
          .default({}),
      }),
    )
    .default({}),
});

const AssetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

const Template = z.object({
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: json.optional() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), json))).default({}),
  Conditions: z.record(z.string(), json).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Condition: z.string().optional(),
      Properties: z.record(z.string(), json).default({}),
      Metadata: z.record(z.string(), json).default({}),
    }),
  ),
  Outputs: z
    .record(
      z.string(),
      z.object({ Value: json, Condition: z.string().optional(), Export: z.object({ Name: json }).optional() }),
    )
    .default({}),
});

/** One stack as it was synthesized, nothing resolved yet. */
export interface Stack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: z.infer<typeof Template>;
  /** The folder or file on this machine that would be uploaded under this S3 key. */
  asset(objectKey: string): string;
}

const read = <T>(schema: z.ZodType<T>, file: string): T => schema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Reads every stack of a synthesized `cdk.out` folder, those of stages inside it too. */
export function readAssembly(folder: string): Stack[] {
  const artifacts = Object.entries(read(Manifest, join(folder, 'manifest.json')).artifacts);
  const assets = new Map<string, string>();
  for (const [, { type, properties }] of artifacts) {
    if (type !== 'cdk:asset-manifest' || !properties.file) continue;
    for (const { source, destinations } of Object.values(read(AssetManifest, join(folder, properties.file)).files))
      for (const { objectKey } of Object.values(destinations))
        if (source.path) assets.set(objectKey, resolve(folder, source.path));
  }
  const asset = (objectKey: string): string => {
    const found = assets.get(objectKey);
    if (!found) throw new Error(`There is no asset ${objectKey} in ${folder}`);
    return found;
  };
  return artifacts.flatMap(([id, { type, environment = '', properties }]) => {
    if (type === 'cdk:cloud-assembly' && properties.directoryName)
      return readAssembly(join(folder, properties.directoryName));
    if (type !== 'aws:cloudformation:stack' || !properties.templateFile) return [];
    const [, account = '', region = ''] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment) ?? [];
    return {
      name: properties.stackName ?? id,
      account: /^\d{12}$/.test(account) ? account : '000000000000',
      region: /^[a-z]+(-[a-z]+)+-\d+$/.test(region) ? region : 'us-east-1',
      template: read(Template, join(folder, properties.templateFile)),
      asset,
    };
  });
}
