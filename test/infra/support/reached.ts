import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions, bundleOf } from '../../../infra/build.ts';

/** The operations that a function can ask AWS for, as they stand in its bundle: `PutItem`, `SendEmail`… */
export async function operationsOf(entry: string): Promise<Set<string>> {
  const code = readFileSync(join(bundleOf(await bundleFunctions(), entry), 'index.js'), 'utf8');
  // How the SDK makes the class of a command, minified: `c(endpoint, middleware, "PutItem", shape)`.
  const commands = code.matchAll(/[\w$]+\([\w$]+,[\w$]+,"([A-Z][A-Za-z]+)",[\w$]+\)/g);
  return new Set([...commands].map(([, operation = '']) => operation));
}
