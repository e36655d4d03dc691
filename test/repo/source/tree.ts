import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../../..');
const made = new Set(['node_modules', 'dist', 'cdk.out', 'coverage', '.data', '.git']);

/** What lies at the top, but for what was made from it. */
export const topLevel = (): string[] =>
  readdirSync(root).filter((name) => !made.has(name) && !/\.tsbuildinfo$/.test(name));

/** Every file of the project, by its path from the top. */
export function files(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (made.has(entry.name)) return [];
    return entry.isDirectory() ? files(path) : [relative(root, path).replaceAll('\\', '/')];
  });
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');
export const sources = (): string[] => files().filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
export const isEntry = (file: string): boolean => /^functions\/.*\.(api|step|schedule|stream|event)\.ts$/.test(file);
