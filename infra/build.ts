import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** Everything that AWS calls: a file whose suffix says by whom. `case/open-case.api`, without `.ts`. */
export const entries = (): string[] =>
  readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(api|step|schedule|stream|event)\.ts$/.test(file))
    .map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, ''))
    .sort();

const folderOf = (entry: string): string => entry.replace('.', '-');

/** The folder with the bundle of an entry. */
export const bundleOf = (bundles: string, entry: string): string => join(bundles, folderOf(entry));

/** Bundles every function in one run, each into a folder of its own below `outdir`, as Lambda takes it. */
export async function bundleFunctions(outdir = mkdtempSync(join(tmpdir(), 'caseloop-bundles-'))): Promise<string> {
  await build({
    absWorkingDir: root,
    entryPoints: entries().map((name) => ({ in: `functions/${name}.ts`, out: `${folderOf(name)}/index` })),
    outdir,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    // Lambda hands a function its credentials in the environment; looking for them elsewhere is 130 KB of code.
    alias: { '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'credentials-from-environment.ts') },
    logLevel: 'error',
  });
  return outdir;
}
