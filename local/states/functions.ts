import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import type { Chance } from './expression.ts';
import type { Json } from './json.ts';
import { seeded, uuidFrom } from './random.ts';

type Pure = { implementation(...given: unknown[]): unknown; readonly signature: string };

const ALGORITHMS = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

function partition(list: Json[], size: number): Json[][] {
  const length = Math.floor(size);
  if (length < 1) throw new Error('The chunk size of $partition must be a positive number');
  const chunks: Json[][] = [];
  for (let start = 0; start < list.length; start += length) chunks.push(list.slice(start, start + length));
  return chunks;
}

/** As recorded, a range of one number is that number and not a list. */
function range(first: number, last: number, step: number): number | number[] {
  const [start, end, by] = [Math.floor(first), Math.floor(last), Math.floor(step)];
  if (by === 0) throw new Error('The step of $range must not be zero');
  const count = Math.max(0, Math.floor((end - start) / by) + 1);
  const numbers = Array.from({ length: count }, (_, index) => start + index * by);
  return numbers.length === 1 ? (numbers[0] as number) : numbers;
}

function hash(text: Json, algorithm = 'SHA-1'): string {
  if (!ALGORITHMS.includes(algorithm)) throw new Error(`$hash does not know the algorithm ${algorithm}`);
  const bytes = typeof text === 'string' ? text : JSON.stringify(text);
  return createHash(algorithm.toLowerCase().replace('-', '')).update(bytes).digest('hex');
}

/** Functions that Step Functions adds to JSONata, and `$eval`, which it takes away. */
export const pureFunctions: Readonly<Record<string, Pure>> = {
  partition: { implementation: partition, signature: '<an:a>' },
  range: { implementation: range, signature: '<nnn:x>' },
  hash: { implementation: hash, signature: '<xs?:s>' },
  parse: { implementation: (text: string) => JSON.parse(text), signature: '<s-:x>' },
};

const formatted = jsonata('$fromMillis($time, $picture, $zone)');

/** The functions whose answer is not the same every time, on the given time and chance. */
export const chanceFunctions = ({ random, now }: Chance) => ({
  random: (seed?: number) => (seed === undefined ? random() : seeded(seed)()),
  uuid: () => uuidFrom(random),
  millis: () => now,
  now: (picture?: string, zone?: string) => formatted.evaluate(undefined, { time: now, picture, zone }),
  shuffle: (list: Json[]) => shuffle(list, random),
});

function shuffle(list: Json[], random: () => number): Json[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as Json, shuffled[last] as Json];
  }
  return shuffled;
}
