import { styleText } from 'node:util';

/** A claim of the story did not hold. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

/** Tells the story as it goes, for a person to read along. */
export type Teller = {
  chapter: (title: string) => void;
  /** Something that was done or seen. */
  tell: (sentence: string) => void;
  /** A claim that has been checked. */
  holds: (sentence: string) => void;
  lines: (text: string) => void;
};

export function consoleTeller(print: (line: string) => void = console.log): Teller {
  const began = Date.now();
  const clock = () => styleText('dim', `${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`);
  let chapters = 0;
  return {
    chapter: (title) => print(`\n${styleText('bold', `${++chapters}  ${title}`)}`),
    tell: (sentence) => print(`${clock()}  ${styleText('cyan', '→')} ${sentence}`),
    holds: (sentence) => print(`${clock()}  ${styleText('green', '✓')} ${sentence}`),
    lines: print,
  };
}

export const silentTeller: Teller = {
  chapter: () => undefined,
  tell: () => undefined,
  holds: () => undefined,
  lines: () => undefined,
};
