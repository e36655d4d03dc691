import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestKept } from '../../local/audit/kept-roots.ts';
import { awsClient } from '../../local/laptop.ts';
import { itemsOf } from '../../local/restore/items.ts';
import { virtualLaptop } from '../support/virtual-laptop.ts';

// A root on its way out of the tables: published, told, and kept as an object that nobody can take away.

let world: Awaited<ReturnType<typeof virtualLaptop>>;
let bucket: string;
let caseId: string;
beforeAll(async () => {
  world = await virtualLaptop('2026-11-23T09:00:00.000Z');
  bucket = world.laptop.cloud.nameOf('KeptRoots');
  caseId = await world.report('cus_maryam', 'card_maryam1');
  await world.until('the case is frozen', async () => (await world.caseOf(caseId)).frozenAt || undefined);
  await world.laptop.cloud.invoke('PublishRoot', {});
  await world.until('its root is kept', async () => (await keys()).length > 0 || undefined);
}, 120_000);
afterAll(() => world.laptop.cloud.stop());

const at = (path: string) => `${world.laptop.cloud.awsUrl}/${bucket}${path}`;
const keys = async () =>
  [...(await (await fetch(at('?list-type=2'))).text()).matchAll(/<Key>([^<]+)/g)].map(([, key]) => key);

test('a published root is an object, as the bus was told of it', async () => {
  const [key] = await keys();
  expect(key).toMatch(/^roots\/\d{12}\.json$/);
  const [told] = world.laptop.cloud.events
    .published('caseloop')
    .filter((one) => one['detail-type'] === 'audit.root-published');
  expect(await (await fetch(at(`/${key}`))).json()).toEqual(told?.detail);
});

test('whoever deletes it is refused, and whoever puts another leaves the first where it was', async () => {
  const [key] = await keys();
  const first = await fetch(at(`/${key}`));
  const body = await first.text();
  const gone = await fetch(at(`/${key}`), { method: 'DELETE' });
  expect([gone.status, await gone.text()]).toEqual([403, expect.stringContaining('object lock')]);
  await fetch(at(`/${key}`), { method: 'PUT', body: '{}' });
  const version = first.headers.get('x-amz-version-id');
  expect(await (await fetch(at(`/${key}?versionId=${version}`))).text()).toBe(body);
});

test('a case is checked against it by the command for auditors, and one that was changed since does not pass', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caseloop-root-'));
  const keep = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const [key] = await keys();
  const versions = world.laptop.cloud.objects.versions(bucket, key);
  const kept = keep('root.json', versions[0]?.body ?? '');
  expect(newestKept(kept).size).toBeGreaterThan(0);
  const db = awsClient(world.laptop.cloud);
  let [lines, roots] = ['', ''];
  for await (const Item of itemsOf(db, world.laptop.cloud.nameOf('CaseEvents')))
    lines += `${JSON.stringify({ Item })}\n`;
  for await (const Item of itemsOf(db, world.laptop.cloud.nameOf('Roots'))) roots += `${JSON.stringify({ Item })}\n`;

  const exported = keep('roots.jsonl', roots);
  const verify = (events: string) => {
    const files = ['--file', keep('events.jsonl', events), '--file', exported];
    const command = ['--import', 'tsx', 'local/audit/verify.ts', '--case', caseId, '--kept', kept, ...files];
    return spawnSync(process.execPath, command, { encoding: 'utf8' });
  };
  const whole = verify(lines);
  expect(whole.stdout).toContain('the root covers it');
  expect(whole.status).toBe(0);
  expect(verify(lines.replaceAll('card_maryam1', 'card_maryam9'))).toMatchObject({ status: 1 });
});
