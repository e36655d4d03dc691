import { posix } from 'node:path';
import { read } from './tree.ts';

/** One import of a file. `target` is a path from the top of the project, or the name of a package. */
export type Import = { file: string; target: string; names: string[]; typeOnly: boolean };

const statement = /^(?:import|export)\s+(?:([^;'"]*?)\s+from\s+)?'([^']+)'/gm;

export function importsOf(file: string): Import[] {
  return [...read(file).matchAll(statement)].map(([, clause = '', from = '']) => ({
    file,
    target: from.startsWith('.') ? posix.join(posix.dirname(file), from) : from,
    names: valuesOf(clause),
    typeOnly: clause !== '' && valuesOf(clause).length === 0,
  }));
}

/** The names in `{ a, type B, c as d }` that exist when the program runs. */
function valuesOf(clause: string): string[] {
  if (clause.startsWith('type ')) return [];
  return clause
    .split(/[{},]/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}

/** What a file needs when it runs; types are gone by then. */
export const valueImportsOf = (file: string): Import[] => importsOf(file).filter((one) => !one.typeOnly);

/** A file and everything it needs when it runs, within the project. */
export function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const { target } of valueImportsOf(file)) if (/\.tsx?$/.test(target)) reachedFrom(target, reached);
  return reached;
}

/** The first circle of value imports, as the way around it. */
export function circleIn(files: string[]): string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, way: string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { target } of valueImportsOf(file)) {
      const circle = /\.tsx?$/.test(target) ? walk(target, [...way, file]) : undefined;
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}
