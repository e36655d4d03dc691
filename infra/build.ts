import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildPage } from './build-page.ts';
import { packedJson } from './packed-json.ts';
import { slimSdk } from './slim-sdk.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist/functions');

/** Every file below a folder that has one of these endings. */
const filesIn = (folder: string, endings: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => endings.test(file))
    .sort();

/** Everything that AWS calls: a file whose suffix says by whom. `case/open-case.api`, without `.ts`. */
export const entries = (): string[] =>
  filesIn('functions', /\.(api|step|schedule|stream|event)\.ts$/).map((file) => file.replace(/\.ts$/, ''));

const folderOf = (entry: string): string => entry.replace('.', '-');

/** The folder with the bundle of an entry. */
export const bundleOf = (bundles: string, entry: string): string => join(bundles, folderOf(entry));

/**
 * Bundles every function in one run, each into a folder of its own, as Lambda takes it. The same sources are bundled
 * once: what they became stays in a folder named after them, made complete before it gets its name. Returns the folder.
 */
export async function bundleFunctions(): Promise<string> {
  const bundles = join(dist, fingerprint());
  if (existsSync(bundles)) return bundles;
  forgetOld();
  const outdir = mkdtempSync(join(dist, 'new-'));
  await bundleInto(outdir);
  await buildPage(bundleOf(outdir, 'console/show-console.api'));
  try {
    renameSync(outdir, bundles);
  } catch (error) {
    if (!existsSync(bundles)) throw error;
    rmSync(outdir, { recursive: true }); // another process was faster
  }
  return bundles;
}

/** Bundles of sources that have changed since; another process may still read those of the last hour. */
function forgetOld(): void {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) {
    const { mtimeMs } = statSync(join(dist, name));
    if (mtimeMs < Date.now() - 3_600_000) rmSync(join(dist, name), { recursive: true, force: true });
  }
}

function fingerprint(): string {
  const files = [
    ...filesIn('functions', /\.(tsx?|css|html)$/).map((file) => `functions/${file}`),
    ...filesIn('client', /\.ts$/).map((file) => `client/${file}`),
    ...filesIn('statemachines', /\.json$/).map((file) => `statemachines/${file}`),
    'infra/build.ts',
    'infra/build-page.ts',
    'infra/slim-sdk.ts',
    'infra/quick-sdk.ts',
    'infra/changed-source.ts',
    'infra/packed-json.ts',
    'docs/openapi.json',
  ];
  const hash = createHash('sha256');
  for (const file of [...files, 'package-lock.json']) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

const bundleInto = (outdir: string) =>
  build({
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
    // What lies beside a source lies beside its bundle.
    define: { 'import.meta.dirname': '__dirname' },
    plugins: [slimSdk, packedJson],
    logLevel: 'error',
  });
