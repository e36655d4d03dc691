import { eventOf } from '../../local/contract/play-examples.ts';
import { promisedRoutes } from '../../local/contract/promised-route.ts';
import { openScene } from '../../local/contract/scene.ts';
import { meterTables } from '../bill/meter-tables.ts';
import { addOtherCases } from './other-cases.ts';

// Plays the first good example of every route among so many cases and prints what a warm function reads and writes for
// it, in units: a line of JSON.
const sizes = process.argv.slice(2).map(Number);

let spent = { calls: 0, read: 0, written: 0 };
const scene = await openScene((tables, call) => meterTables(tables, call, () => spent));
const routes = await promisedRoutes();
const units: Record<string, number[]> = {};
let there = 0;
for (const size of sizes) {
  await addOtherCases(scene, there, size);
  there = size;
  for (const route of routes) {
    const { row, contract } = route;
    const example = Object.values(contract.examples).find(({ answer }) => answer < 400);
    if (!example) continue;
    let statusCode: number | undefined;
    for (const _ of ['cold', 'warm']) {
      await scene.putBack();
      spent = { calls: 0, read: 0, written: 0 };
      ({ statusCode } = await route.handler(eventOf(route, example)));
    }
    if (statusCode !== example.answer) throw new Error(`${row.method} ${row.path}: ${statusCode} among ${size} cases`);
    units[`${row.method} ${row.path}`] = [...(units[`${row.method} ${row.path}`] ?? []), spent.read, spent.written];
  }
}
console.log(JSON.stringify(units));
process.exit();
