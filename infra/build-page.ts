import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * Makes the page of the operator console one file that loads nothing: its script and its style stand in it, so that
 * their hashes can stand in its policy. It goes beside the bundle of the function that serves it.
 */
export async function buildPage(folder: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['functions/console/page/app.tsx', 'functions/console/page/style/app.css'],
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    format: 'esm',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'error',
  });
  const made = (suffix: string) => outputFiles.find(({ path }) => path.endsWith(suffix))?.text.trim() ?? '';
  const shell = readFileSync(join(root, 'functions/console/console.html'), 'utf8');
  const page = shell
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${made('.css')}</style>`)
    .replace(/<script [^>]*><\/script>/, () => `<script type="module">${made('.js')}</script>`);
  writeFileSync(join(folder, 'console.html'), page);
}
