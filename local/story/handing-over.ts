import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Cases } from './lost-card.ts';
import type { StoryWorld } from './world.ts';

/** The auditor takes the evidence along and checks it with Node.js alone; what somebody touched is found. */
export async function handingOver(world: StoryWorld, { maryam }: Cases): Promise<void> {
  const { chapter, check, tell, laptop } = world;
  chapter('The evidence is handed over, and can be checked without this software');
  const authorization = `Bearer ${await laptop.tokenOf('audrey')}`;
  const ask = () => fetch(`${laptop.cloud.apiUrl}/cases/${maryam}/evidence`, { headers: { authorization } });
  const first = await ask();
  check('Audrey asks for the evidence of the case; it is being put together', first.status === 202, first.status);
  const { retryAfterSeconds } = (await first.json()) as { retryAfterSeconds: number };
  await laptop.clock.advance(retryAfterSeconds * 1000);
  const pack = await ask();
  check('ten seconds later it is there', pack.status === 200, pack.status);
  const bytes = new Uint8Array(await pack.arrayBuffer());
  const files = Object.entries(unzipSync(bytes));
  tell(
    `One archive of ${Math.ceil(bytes.length / 1024)} KB with ${files.length} files: a page to read, and all it rests on`,
  );

  const place = mkdtempSync(join(tmpdir(), 'evidence-'));
  try {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), content);
    }
    const folder = join(place, `evidence-${maryam}`);
    const said = verify(folder);
    check(`node verify.mjs says: ${said.split('\n')[0]?.trim()}`, !said.includes('NOT OK'), said);
    const events = join(folder, 'events.json');
    const [, content] = files.find(([name]) => name.endsWith('/events.json')) ?? [];
    writeFileSync(
      events,
      Buffer.from(content ?? [])
        .toString()
        .replace('fraud-confirmed', 'resolved'),
    );
    const found = verify(folder);
    check(`somebody changes one word of it: ${found.split('\n')[0]?.trim()}`, found.startsWith('NOT OK  event'), found);
  } finally {
    rmSync(place, { recursive: true });
  }
}

function verify(folder: string): string {
  try {
    return execFileSync(process.execPath, [join(folder, 'verify.mjs')], { encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
