import { styleText } from 'node:util';

export type Row = [what: string, figure: string | number, budget?: string, holds?: boolean];

/** One table of figures, each with its budget where there is one. A missed budget ends the process with 1. */
export function printTable(sections: readonly [title: string, rows: readonly Row[]][]): void {
  const shown = sections.map(([title, rows]) => ({
    title,
    rows: rows.map(([what, figure, budget = '', holds]) => ({
      what,
      figure: figure.toLocaleString('en'),
      budget,
      holds,
    })),
  }));
  const all = shown.flatMap(({ rows }) => rows);
  const width = (name: 'what' | 'figure' | 'budget') => Math.max(...all.map((row) => row[name].length));
  for (const { title, rows } of shown) {
    console.log(`\n${styleText('bold', title)}`);
    for (const { what, figure, budget, holds } of rows) {
      const mark = holds === undefined ? ' ' : holds ? styleText('green', '✓') : styleText('red', '✗');
      console.log(
        `  ${what.padEnd(width('what'))}  ${figure.padStart(width('figure'))}  ${styleText('dim', budget.padEnd(width('budget')))} ${mark}`,
      );
    }
  }
  if (all.some(({ holds }) => holds === false)) process.exitCode = 1;
}
