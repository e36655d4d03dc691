import { readFileSync } from 'node:fs';
import type { PluginBuild } from 'esbuild';

/** Replaces something in a file of the SDK; if it is not there, the SDK has changed and we have to look. */
export function changed(build: PluginBuild, file: string, what: RegExp, by: string, ...more: [RegExp, string][]): void {
  build.onLoad({ filter: new RegExp(`/${file.replaceAll('.', '\\.')}$`) }, ({ path }) => {
    let contents = readFileSync(path, 'utf8');
    for (const [wanted, instead] of [[what, by] as const, ...more]) {
      if (!wanted.test(contents)) throw new Error(`${file} no longer has ${wanted}`);
      contents = contents.replace(wanted, instead);
    }
    return { contents, resolveDir: path.slice(0, path.lastIndexOf('/')) };
  });
}
