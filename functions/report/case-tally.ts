import { addCaseCells, type CaseCell, caseCellOf, emptyCaseCell } from './case-cell.ts';
import type { CaseResult } from './case-result.ts';
import { CaseBy } from './report.ts';
import type { Counted } from './result-store.ts';
import type { Tally } from './tally.ts';

export const caseTally: Tally = {
  ways: ['all', ...CaseBy.options],
  nameOf: (way) => `cases#${way}`,
  adding(counted) {
    if (!counted.id.startsWith('case#')) return undefined;
    const result = counted as Counted & CaseResult;
    const cell = caseCellOf(result);
    return (row, way) => {
      const group = way === 'all' ? 'all' : result.groups[way as CaseBy];
      row[group] = addCaseCells((row[group] as CaseCell | undefined) ?? emptyCaseCell, cell);
    };
  },
};
