import { type Hash, nodeHash, rootOver, splitOf } from './merkle.ts';

// The tree is kept in tiles, rows of up to 256 hashes that are never changed: a tree of a million leaves is read in
// three of them and grows by writing three. Level 0 holds the leaves; a hash of level n + 1 is the root over a full
// tile of level n. A tile that is not full yet is a row of its own for each width, so that growing overwrites nothing.

const WIDTH = 256;

/** Which tile: how high, which from the left, and how many hashes it holds. */
export type TileName = { level: number; index: number; width: number };
export type Tile = TileName & { hashes: Hash[] };
export type ReadTile = (name: TileName) => Promise<Hash[]>;

/** How many hashes a level of a tree of this size has. */
const countAt = (level: number, size: number): number => Math.floor(size / WIDTH ** level);

/** The tree of the first `size` leaves. Each tile is read once. */
export function treeOf(size: number, readTile: ReadTile) {
  const known = new Map<string, Promise<Hash[]>>();
  function tile(level: number, index: number): Promise<Hash[]> {
    const width = Math.min(WIDTH, countAt(level, size) - index * WIDTH);
    const key = `${level}/${index}`;
    const reading = known.get(key) ?? readTile({ level, index, width });
    known.set(key, reading);
    return reading;
  }

  /** The root over the leaves from `begin` up to but not including `end`. */
  async function over(begin: number, end: number): Promise<Hash> {
    const length = end - begin;
    const height = Math.log2(length);
    if (Number.isInteger(height) && begin % length === 0) {
      const level = Math.floor(height / 8);
      const [from, count] = [begin / WIDTH ** level, length / WIDTH ** level];
      const hashes = await tile(level, Math.floor(from / WIDTH));
      return rootOver(hashes.slice(from % WIDTH, (from % WIDTH) + count));
    }
    const middle = begin + splitOf(length);
    return nodeHash(await over(begin, middle), await over(middle, end));
  }

  async function inclusion(leaf: number, begin: number, end: number): Promise<Hash[]> {
    if (end - begin === 1) return [];
    const middle = begin + splitOf(end - begin);
    return leaf < middle
      ? [...(await inclusion(leaf, begin, middle)), await over(middle, end)]
      : [...(await inclusion(leaf, middle, end)), await over(begin, middle)];
  }

  async function consistency(before: number, begin: number, end: number, whole: boolean): Promise<Hash[]> {
    if (before === end) return whole ? [] : [await over(begin, end)];
    const middle = begin + splitOf(end - begin);
    return before <= middle
      ? [...(await consistency(before, begin, middle, whole)), await over(middle, end)]
      : [...(await consistency(before, middle, end, false)), await over(begin, middle)];
  }

  return {
    root: (): Promise<Hash> => (size === 0 ? Promise.resolve(rootOver([])) : over(0, size)),
    /** The way from a leaf up to the root. */
    inclusion: async (index: number) => ({ index, size, path: await inclusion(index, 0, size) }),
    /** That this tree begins with the whole tree of `before` leaves. */
    consistency: async (before: number) => ({
      before,
      size,
      path: before === 0 ? [] : await consistency(before, 0, size, true),
    }),
  };
}

/** The tiles that are new when these leaves follow the `size` that are there. */
export async function tilesAfter(size: number, leaves: readonly Hash[], readTile: ReadTile): Promise<Tile[]> {
  const made: Tile[] = [];
  let added = [...leaves];
  for (let level = 0; added.length > 0; level++) {
    const had = countAt(level, size);
    const index = Math.floor(had / WIDTH);
    const width = had % WIDTH;
    const hashes = [...(width > 0 ? await readTile({ level, index, width }) : []), ...added];
    const above: Hash[] = [];
    for (let start = 0; start < hashes.length; start += WIDTH) {
      const part = hashes.slice(start, start + WIDTH);
      made.push({ level, index: index + start / WIDTH, width: part.length, hashes: part });
      if (part.length === WIDTH) above.push(rootOver(part));
    }
    added = above;
  }
  return made;
}
