import { addCells, cellOf, emptyCell } from './cell.ts';
import type { CrowdResult } from './count-ballots.ts';
import type { By } from './report.ts';
import type { Counted } from './result-store.ts';
import { rollUpName, type SatisfactionRow, type Way, ways } from './satisfaction-row.ts';
import type { SurveyResult } from './survey-result.ts';
import type { Tally } from './tally.ts';

export const satisfactionTally: Tally = {
  ways,
  nameOf: (way) => rollUpName(way as Way),
  adding(counted) {
    if (counted.id.startsWith('ballots#')) return (row, way) => addCrowd(row, way, counted as CrowdResult);
    return counted.id.startsWith('survey#') ? addingAsking(counted as Counted & SurveyResult) : undefined;
  },
};

function addingAsking(result: SurveyResult): ReturnType<Tally['adding']> {
  const whole = cellOf(result);
  // What goes with what is asked of everybody at once; a row by agents would be twice as long with it.
  const { products, ...cell } = whole;
  return (row: SatisfactionRow, way) => {
    const groups = groupsIn(row, result);
    const group = way === 'all' ? 'all' : result.groups[way as By];
    groups[group] = addCells(groups[group] ?? emptyCell, way === 'all' ? whole : cell);
  };
}

/** A crowd is told as a whole, and of its campaign: nobody knows which case an answer of it was about. */
function addCrowd(row: SatisfactionRow, way: string, crowd: CrowdResult): void {
  if (way !== 'all' && way !== 'campaign') return;
  const group = way === 'all' ? 'all' : crowd.groups.campaign;
  const groups = groupsIn(row, crowd);
  groups[group] = addCells(groups[group] ?? emptyCell, crowd.cell);
}

function groupsIn(row: SatisfactionRow, { purpose }: Pick<SurveyResult, 'purpose'>) {
  const groups = row[purpose] ?? {};
  row[purpose] = groups;
  return groups;
}
