import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { day } from '../../functions/shared/now.ts';
import { localTables } from '../audit/local-tables.ts';
import { MovableClock } from '../clock.ts';
import { awsClient, seedLaptop, startLaptop } from '../laptop.ts';
import { customers } from '../seed/people.ts';
import { restoreDrill } from './drill.ts';
import { isClean, printDrill } from './print-drill.ts';
import { tableIds } from './table-ids.ts';

// npm run restore-drill [-- --running] [--to DIR]: everything is exported, put into empty tables, and compared; of a
// few cases that are reported for it, or of the local cloud that `npm start` runs
const { values } = parseArgs({ options: { running: { type: 'boolean' }, to: { type: 'string' } } });
const folder = values.to ? resolve(values.to) : mkdtempSync(join(tmpdir(), 'caseloop-export-'));

async function ofRunning() {
  const { db, nameOf } = await localTables();
  const tables = Object.fromEntries(tableIds.map((id) => [id, nameOf(id)]));
  return { db, tables, stop: async () => undefined };
}

/** Every customer loses a card; it is frozen, reviewed and put before people, and a day later the root is published. */
async function ofSomeCases() {
  console.log(styleText('dim', 'Four cards are reported lost, to have something to restore …'));
  const laptop = await startLaptop({ clock: new MovableClock({ start: Date.parse('2026-11-23T09:00:00Z') }) });
  await seedLaptop(laptop);
  for (const { id } of customers) {
    const report = { type: 'lost-card', cardId: `${id.replace('cus_', 'card_')}1`, channel: 'app' };
    await (await laptop.as(id)).post('/cases', report);
  }
  await laptop.clock.settle();
  await laptop.clock.advance(day);
  await laptop.clock.settle();
  const tables = Object.fromEntries(tableIds.map((id) => [id, laptop.cloud.nameOf(id)]));
  return { db: awsClient(laptop.cloud), tables, stop: laptop.cloud.stop };
}

const { db, tables, stop } = await (values.running ? ofRunning() : ofSomeCases()).catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
const drill = await restoreDrill({ db, tables, folder });
console.log(printDrill(drill, folder));
process.exitCode = isClean(drill) ? 0 : 1;
await stop();
