import { parseArgs } from 'node:util';
import { proveCase } from '../../functions/audit/prove-case.ts';
import { rootLogStore } from '../../functions/audit/root-log-store.ts';
import type { StoredItem } from '../../functions/audit/stored-chain.ts';
import { storedEventStore } from '../../functions/audit/stored-event-store.ts';
import { type Proved, verifyCase } from '../../functions/audit/verify-case.ts';
import { eventsIn, exportedItems, proofsIn } from './exported.ts';
import { localTables } from './local-tables.ts';
import { printCheck } from './print-check.ts';

// npm run verify -- --case ID [--root SIZE:HASH] [--file EXPORT]: a case against its chain and against a root,
// from the local cloud that `npm start` runs or from an export of the tables
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const { values } = parseArgs({
  options: { case: { type: 'string' }, root: { type: 'string' }, file: { type: 'string', multiple: true } },
});
const caseId = values.case ?? '';
const [, size, hash] = values.root?.match(/^(\d+):([0-9a-f]{64})$/) ?? [];
if (!caseId || (values.root && !hash)) {
  console.error('Which case? npm run verify -- --case case_… [--root SIZE:HASH] [--file EXPORT]');
  process.exit(2);
}
const wanted = size === undefined ? undefined : Number(size);

async function fromLocalCloud(): Promise<{ items: StoredItem[]; proved: Proved }> {
  const { db, nameOf } = await localTables();
  const roots = rootLogStore(db, nameOf('Roots'));
  const root = wanted === undefined ? await roots.latest() : await roots.root(wanted);
  if (!root) throw new Error(`No root over ${wanted} leaves was published here`);
  const items = await storedEventStore(db, nameOf('CaseEvents')).from(caseId, 1);
  return { items, proved: await proveCase(roots, root, caseId) };
}

async function fromFiles(files: string[]): Promise<{ items: StoredItem[]; proved: Proved }> {
  const exported = files.flatMap(exportedItems);
  return { items: eventsIn(exported, caseId), proved: await proofsIn(exported, wanted)(caseId) };
}

try {
  const { items, proved } = await (values.file ? fromFiles(values.file) : fromLocalCloud());
  const held = hash ? { ...proved, root: { ...proved.root, hash } } : proved;
  const checked = verifyCase(caseId, items, held);
  console.log(printCheck(checked, held));
  if (hash && proved.root.hash !== hash)
    console.log(`\nThe root you hold is not the one found here: ${proved.root.hash}`);
  process.exitCode = checked.misfit || (hash && proved.root.hash !== hash) ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
