import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyRoot,
  extendsTree,
  leafHash,
  nodeHash,
  rootByInclusion,
  rootOver,
} from '../../../functions/audit/merkle.ts';
import { type Tile, type TileName, tilesAfter, treeOf } from '../../../functions/audit/tiles.ts';

const leaves = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => leafHash(`case ${from + index}`));
const name = ({ level, index, width }: TileName) => `${level}/${index}.${width}`;

/** Tiles as they are kept, and a tree that grows in them by these numbers of leaves. */
async function grown(...steps: number[]) {
  const kept = new Map<string, string[]>();
  const readTile = async (wanted: TileName) => {
    const found = kept.get(name(wanted));
    if (!found) throw new Error(`there is no tile ${name(wanted)}`);
    return found;
  };
  const written: Tile[] = [];
  let size = 0;
  for (const step of steps) {
    for (const tile of await tilesAfter(size, leaves(step, size), readTile)) {
      if (kept.has(name(tile))) throw new Error(`${name(tile)} is written a second time`);
      kept.set(name(tile), tile.hashes);
      written.push(tile);
    }
    size += step;
  }
  return { tree: (at = size) => treeOf(at, readTile), written, size, readTile };
}

// The tree of the reference implementation of Certificate Transparency: leaves and roots of its own tests.
describe('the tree of the standard', () => {
  const texts = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const hashOf = (hex: string) =>
    createHash('sha256').update(Buffer.of(0)).update(Buffer.from(hex, 'hex')).digest('hex');
  const known = texts.map(hashOf);
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  test('has the roots that others compute', () => {
    expect(emptyRoot).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    for (const [index, root] of roots.entries()) expect(rootOver(known.slice(0, index + 1))).toBe(root);
  });

  test('tells a leaf from a node, so that neither passes for the other', () => {
    const [left = '', right = ''] = leaves(2);
    expect(hashOf(left + right)).not.toBe(nodeHash(left, right));
  });
});

const sizes = [1, 2, 3, 5, 8, 255, 256, 257, 511, 512, 700];

describe('a tree in tiles', () => {
  test.each(sizes)('of %i leaves has the root of the definition', async (size) => {
    const { tree } = await grown(size);
    expect(await tree().root()).toBe(rootOver(leaves(size)));
  });

  test('is the same however it grew, and overwrites no tile', async () => {
    const steps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        const { tree, size } = await grown(...some);
        return (await tree().root()) === rootOver(leaves(size));
      }),
      { numRuns: 30 },
    );
  });

  test('of 66,000 leaves is read in five tiles, and one more leaf is written in one', async () => {
    const { size, written, readTile } = await grown(66_000, 1);
    const reads: string[] = [];
    const tree = treeOf(size, (wanted) => {
      reads.push(name(wanted));
      return readTile(wanted);
    });
    const proof = await tree.inclusion(40_000);
    expect(rootByInclusion(leafHash('case 40000'), proof)).toBe(rootOver(leaves(size)));
    expect(reads.length).toBeLessThanOrEqual(5);
    expect(written.at(-1)).toMatchObject({ level: 0, width: 66_001 % 256 });
  });
});

describe('a proof that a leaf is in the tree', () => {
  test('leads from each leaf to the root, and from no other leaf, place or tree', async () => {
    for (const size of [1, 2, 7, 8, 13]) {
      const { tree } = await grown(size);
      const root = await tree().root();
      for (let index = 0; index < size; index++) {
        const proof = await tree().inclusion(index);
        const leaf = leafHash(`case ${index}`);
        expect(rootByInclusion(leaf, proof)).toBe(root);
        expect(rootByInclusion(leafHash('another'), proof)).not.toBe(root);
        for (let other = 0; other < size; other++) {
          if (other !== index) expect(rootByInclusion(leaf, { ...proof, index: other })).not.toBe(root);
        }
        if (proof.path.length > 0) {
          expect(rootByInclusion(leaf, { ...proof, path: proof.path.slice(1) })).not.toBe(root);
          const [first = '', ...rest] = proof.path;
          expect(rootByInclusion(leaf, { ...proof, path: [leafHash(first), ...rest] })).not.toBe(root);
        }
      }
    }
  });

  test.each([
    [-1, 4],
    [4, 4],
    [0.5, 4],
    [0, 0],
  ])('about leaf %d of %d leads nowhere', (index, size) => {
    expect(rootByInclusion(leafHash('x'), { index, size, path: [] })).toBeUndefined();
  });
});

describe('a proof that a tree was only added to', () => {
  test('holds between any two of its sizes', async () => {
    const { tree, size } = await grown(3, 4, 6, 250, 40);
    for (const before of [0, 1, 2, 3, 7, 8, 13, 255, 256, 263, 302, 303]) {
      const proof = await tree().consistency(before);
      expect(extendsTree(rootOver(leaves(before)), rootOver(leaves(size)), proof), String(before)).toBe(true);
    }
  });

  test('holds for no tree in which an older leaf was changed, left out or moved', async () => {
    const { tree, size } = await grown(20);
    const newer = rootOver(leaves(size));
    const rewritten = [
      leaves(9).with(4, leafHash('eve')),
      leaves(9).toSpliced(2, 1),
      [...leaves(9).slice(1), leafHash('case 0')],
    ];
    const proof = await tree().consistency(9);
    for (const older of rewritten) expect(extendsTree(rootOver(older), newer, proof)).toBe(false);
    expect(extendsTree(rootOver(leaves(9)), rootOver(leaves(20).with(3, leafHash('eve'))), proof)).toBe(false);
  });
});
