import { styleText } from 'node:util';

type Row = [what: string, figure: string | number, budget?: string, holds?: boolean];

/** A table of figures, each with its budget where there is one. A missed budget ends the process with 1. */
export function printTable(title: string, rows: Row[]): void {
  const shown = rows.map(([what, figure, budget = '', holds]) => ({
    what,
    figure: figure.toLocaleString('en'),
    budget,
    holds,
  }));
  const width = (name: 'what' | 'figure' | 'budget') => Math.max(...shown.map((row) => row[name].length));
  console.log(`\n${styleText('bold', title)}`);
  for (const { what, figure, budget, holds } of shown) {
    const mark = holds === undefined ? ' ' : holds ? styleText('green', '✓') : styleText('red', '✗');
    console.log(
      `  ${what.padEnd(width('what'))}  ${figure.padStart(width('figure'))}  ${styleText('dim', budget.padEnd(width('budget')))} ${mark}`,
    );
  }
  if (shown.some(({ holds }) => holds === false)) process.exitCode = 1;
}
