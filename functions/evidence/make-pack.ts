import { type Zippable, zipSync } from 'fflate';
import { sha256 } from '../shared/chain.ts';
import type { Evidence } from './evidence.ts';
import { filesOf } from './files-of.ts';

// Zip keeps the time of each file in the zone of whoever packs: one and the same for all makes the same bytes
// everywhere.
const mtime = new Date(1980, 0, 1);

/** A pack: a folder `evidence-<case>` with everything, a page to read and a script that checks it; the same evidence gives the same bytes. */
export function makePack(evidence: Evidence): Uint8Array {
  const { current, events } = evidence;
  const files = filesOf(evidence);
  const manifest = {
    format: 'caseloop-evidence/1',
    caseId: current.caseId,
    events: events.length,
    head: events.at(-1)?.hash ?? '',
    files: files.map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), sha256: sha256(text) })),
  };
  const all = [...files, ['manifest.json', json(manifest)] as const];
  const folder = `evidence-${current.caseId}`;
  const zipped: Zippable = {};
  for (const [name, text] of all) zipped[`${folder}/${name}`] = [Buffer.from(text, 'utf8'), { mtime, level: 9, os: 3 }];
  return zipSync(zipped);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
