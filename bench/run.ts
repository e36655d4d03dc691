import { printTable, type Row } from './table.ts';

// npm run bench: everything in one table; npm run bench -- NAME: one part of it, with its details
type Part = { rows: Row[]; details?: Row[] };
const parts: Record<string, { title: string; measure: () => Promise<Part> }> = {
  bill: {
    title: 'The reference case: 3 accounts, 2 cards, 1 dispute, 1 triage, 3 reminders of each, survey answered',
    measure: () => import('./bill.ts'),
  },
  sizes: { title: 'Functions', measure: () => import('./sizes.ts') },
  cold: {
    title: 'Starts of a function: the fastest of fifteen in fresh processes',
    measure: () => import('./cold.ts'),
  },
  requests: { title: 'Warm requests, one after another', measure: () => import('./requests.ts') },
  units: { title: 'Read + write units of a request among more and more cases', measure: () => import('./units.ts') },
  states: { title: 'The interpreter', measure: () => import('./states.ts') },
};

const [wanted] = process.argv.slice(2);
if (wanted && !Object.hasOwn(parts, wanted)) {
  console.error(`Which one? npm run bench -- ${Object.keys(parts).join(' | ')}`);
  process.exit(2);
}
const sections: [title: string, rows: Row[]][] = [];
for (const [name, { title, measure }] of Object.entries(parts)) {
  if (wanted && wanted !== name) continue;
  if (process.stderr.isTTY) process.stderr.write(`${title} …\n`);
  const { rows, details = [] } = await measure();
  sections.push([title, rows]);
  if (wanted && details.length > 0) sections.push(['In detail', details]);
}
printTable(sections);
process.exit();
