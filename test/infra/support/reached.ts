import { reachedFrom, valueImportsOf } from '../../repo/source/imports.ts';

/** The commands of the SDK that an entry can send: `PutItem`, `SendEmail`… */
export function commandsOf(entry: string): Set<string> {
  const imports = [...reachedFrom(`functions/${entry}.ts`)].flatMap(valueImportsOf);
  const names = imports.filter(({ target }) => target.startsWith('@aws-sdk/')).flatMap((one) => one.names);
  return new Set(names.filter((name) => name.endsWith('Command')).map((name) => name.slice(0, -'Command'.length)));
}
