import { addCells, type Cell } from './cell.ts';
import { fewestAnswers } from './measure.ts';

export type Groups = Record<string, Cell>;

/** The name of the group that small groups are put together in. */
export const others = 'others';

const isSmall = ({ answered }: Cell): boolean => answered > 0 && answered < fewestAnswers;

/**
 * Puts groups of too few answers together, and as many others with them as it takes: a group left alone could be told
 * by taking all the rest from the total. So no figure of the report, and no difference of two, is about fewer people
 * than the minimum, unless all of them together are.
 */
export function withoutSmall(groups: Groups): Groups {
  const bySize = Object.entries(groups).sort(
    ([a, one], [b, other]) => one.answered - other.answered || (a < b ? -1 : 1),
  );
  const hidden: Cell[] = [];
  const told: Groups = {};
  for (const [name, cell] of bySize) {
    const together = hidden.reduce((sum, { answered }) => sum + answered, 0);
    const needed = together > 0 && together < fewestAnswers;
    if (name === others || isSmall(cell) || (needed && cell.answered > 0)) hidden.push(cell);
    else told[name] = cell;
  }
  return hidden.length > 0 ? { ...told, [others]: hidden.reduce(addCells) } : told;
}
