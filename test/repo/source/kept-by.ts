import { expect, test } from 'vitest';
import { files, read } from './tree.ts';

/** Something that users asked for: what, in which threads, the file of its test below test/functions (or `../`), and words of its name. */
export type Asked = [subject: string, threads: string, file: string, name: string];

/** Whoever takes a test away is told what it was for. */
export const areKept = (asked: readonly Asked[]): void =>
  test.each(asked)('%s (%s)', (_, __, file, name) => {
    const path = file.startsWith('..') ? `test/${file.slice(3)}.test.ts` : `test/functions/${file}.test.ts`;
    expect(files()).toContain(path);
    expect(read(path)).toContain(name);
  });
