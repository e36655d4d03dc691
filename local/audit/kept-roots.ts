import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { extendsTree } from '../../functions/audit/merkle.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A root as it was kept: what the event on the bus said of it. */
const KeptRoot = z.looseObject({
  size: z.int().positive(),
  root: Hash,
  before: z.int().nonnegative(),
  path: z.array(Hash),
});
export type KeptRoot = z.infer<typeof KeptRoot>;

/**
 * The newest of the roots in a file, or in the files of a folder, after each was held against the one before it.
 * @throws Error naming the first that does not say so of itself, or that is no addition to the one before
 */
export function newestKept(path: string): KeptRoot {
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  const roots = files.map(readKept).sort((one, other) => one.size - other.size);
  for (const [index, { size, root, before, path: proof }] of roots.entries()) {
    const older = roots[index - 1];
    if (older?.size === size && older.root !== root) throw new Error(`Two roots over ${size} leaves differ`);
    if (older?.size === before && !extendsTree(older.root, root, { before, size, path: proof }))
      throw new Error(`The root over ${size} leaves does not add to the one over ${before}: something was rewritten`);
  }
  const newest = roots.at(-1);
  if (!newest) throw new Error(`There is no root in ${path}`);
  return newest;
}

function readKept(file: string): KeptRoot {
  try {
    return KeptRoot.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is not a root as it was kept`, { cause });
  }
}
