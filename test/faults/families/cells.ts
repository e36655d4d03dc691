/** `npm run faults -- --named` plays every named run; an ordinary test run so many of each family, spread over it. */
const ALL = process.env.NAMED_RUNS === 'all';

/** These cells, or a sample of `most` of them that is the same every time. */
export function cellsOf<T>(cells: readonly T[], most: number): T[] {
  if (ALL || cells.length <= most) return [...cells];
  return Array.from({ length: most }, (_, n) => cells[Math.floor((n * cells.length) / most)] as T);
}
