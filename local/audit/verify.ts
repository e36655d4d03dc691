import { parseArgs } from 'node:util';
import { proveCase } from '../../functions/audit/prove-case.ts';
import { rootLogStore } from '../../functions/audit/root-log-store.ts';
import type { StoredItem } from '../../functions/audit/stored-chain.ts';
import { storedEventStore } from '../../functions/audit/stored-event-store.ts';
import { type Proved, verifyCase } from '../../functions/audit/verify-case.ts';
import { eventsIn, exportedItems, proofsIn } from './exported.ts';
import { newestKept } from './kept-roots.ts';
import { localTables } from './local-tables.ts';
import { printCheck } from './print-check.ts';

// npm run verify -- --case ID [--root SIZE:HASH | --kept FILE] [--file EXPORT]: a case against its chain and against a
// root that was told, or kept as an object, from the local cloud that `npm start` runs or from an export of the tables
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { case: text, root: text, kept: text, file: { ...text, multiple: true } } });
const caseId = values.case ?? '';
const held = heldRoot();
const [, size, hash] = held?.match(/^(\d+):([0-9a-f]{64})$/) ?? [];
if (!caseId || (held && !hash)) {
  console.error('Which case? npm run verify -- --case case_… [--root SIZE:HASH | --kept FILE] [--file EXPORT]');
  process.exit(2);
}

/** The root that somebody holds: as it was told, or as an object that was kept. */
function heldRoot(): string | undefined {
  if (!values.kept) return values.root;
  try {
    const { size, root } = newestKept(values.kept);
    return `${size}:${root}`;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
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
  const against = hash ? { ...proved, root: { ...proved.root, hash } } : proved;
  const checked = verifyCase(caseId, items, against);
  console.log(printCheck(checked, against));
  if (hash && proved.root.hash !== hash)
    console.log(`\nThe root you hold is not the one found here: ${proved.root.hash}`);
  process.exitCode = checked.misfit || (hash && proved.root.hash !== hash) ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
