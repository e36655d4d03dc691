import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../../functions');

/** Every file that an entry runs: itself and what it imports, and what they import. Types are not run. */
export function filesOf(entry: string): string[] {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, clause = '', from = ''] of importsOf(readFileSync(file, 'utf8'))) {
      const target = join(dirname(file), from);
      if (from.startsWith('.') && !isTypeOnly(clause) && existsSync(target)) visit(target);
    }
  };
  visit(join(root, `${entry}.ts`));
  return [...reached];
}

/** The commands of the SDK that an entry can send: `PutItem`, `SendEmail`… */
export function commandsOf(entry: string): Set<string> {
  const imported = filesOf(entry).flatMap((file) =>
    importsOf(readFileSync(file, 'utf8')).flatMap(([, clause = '', from = '']) =>
      from.startsWith('@aws-sdk/') ? [...clause.matchAll(/(\w+)Command\b/g)].map(([, command = '']) => command) : [],
    ),
  );
  return new Set(imported);
}

const importsOf = (source: string) => [...source.matchAll(/^(?:im|ex)port (type [^;]*?|[^;]*?)from '([^']+)';/gms)];
const isTypeOnly = (clause: string) => clause.startsWith('type ') || /^\{(\s*type \w+,?)*\s*\}\s*$/.test(clause);
