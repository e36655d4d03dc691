import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Evidence } from '../../../functions/evidence/evidence.ts';
import { makePack } from '../../../functions/evidence/make-pack.ts';
import { monday } from '../../support/given.ts';
import { sampleEvidence } from './sample.ts';

const pack = makePack(sampleEvidence());
const files = unzipSync(pack);
const folder = 'evidence-case_00000000000000000000000001';
const text = (name: string) => Buffer.from(files[`${folder}/${name}`] ?? []).toString();

describe('a pack', () => {
  test('has the same bytes whenever it is made', () =>
    expect(Buffer.compare(makePack(sampleEvidence()), pack)).toBe(0));

  test('has everything that can be shown of the case', () => {
    const names = Object.keys(files).map((name) => name.slice(folder.length + 1));
    expect(names).toEqual([
      'evidence.html',
      'evidence.fa.html',
      'verify.mjs',
      'events.json',
      'texts.json',
      'decisions.json',
      'approvals.json',
      'sla.json',
      'surveys.json',
      'customer.json',
      'mails/a1b2c3.json',
      'mails/a1b2c3.html',
      'runs/case_00000000000000000000000001-1.json',
      'proof.json',
      'manifest.json',
    ]);
  });

  test('tells each decision with who made it and why', () => {
    expect(JSON.parse(text('decisions.json'))).toMatchObject(
      [
        { kind: 'task-completed', by: 'fiona', data: { outcome: 'fraud' }, notes: [/every booking/] },
        { kind: 'approval-requested', by: 'carla' },
        { kind: 'approval-decided', by: 'cyrus', data: { decision: 'approved' } },
        { kind: 'case-closed', data: { resolution: 'resolved' } },
      ].map(({ notes, ...rest }) => ({
        ...rest,
        ...(notes && { notes: [expect.stringMatching(notes[0] as RegExp)] }),
      })),
    );
  });
});

describe('its page', () => {
  test.each(['evidence.html', 'evidence.fa.html'])('%s loads nothing and runs nothing', (name) => {
    const page = text(name);
    expect(page).not.toMatch(/<script|<img|<link|src=|url\(|https?:/);
    expect(page).toContain("default-src 'none'");
  });

  test('has its looks as they were written', () => {
    const [, sheet = ''] = /<style>([\s\S]*)<\/style>/.exec(text('evidence.html')) ?? [];
    expect(sheet).toContain('@page{size:A4');
    expect(sheet).not.toMatch(/&|<|>/);
  });

  test('is in Persian from right to left', () =>
    expect(text('evidence.fa.html')).toMatch(/<html lang="fa" dir="rtl">[\s\S]*چه رخ داد/));

  test('reads out what happened as a person would, to the second, without brackets of a machine', () => {
    const page = text('evidence.html');
    expect(page).toMatch(/<time datetime="[^"]+"><bdi>\d+ \w+ \d{4} at \d\d:\d\d:\d\d<\/bdi>/);
    const told = [...page.matchAll(/<div class="data" dir="ltr">([\s\S]*?)<\/div>/g)].map(([, said = '']) => said);
    expect(told.length).toBeGreaterThan(10);
    for (const said of told) expect(said).not.toMatch(/[[\]{}]|&quot;|\[object/);
  });

  test('says of each promise whether it was kept, is late, or may still be kept', () => {
    const common = { cycle: 1, round: 1, startedAt: monday, usedMilliseconds: 0, ledger: [], changes: [] };
    const clocks: Evidence['clocks'] = [
      { ...common, clock: 'next-response', state: 'stopped' },
      { ...common, clock: 'first-response', state: 'running', breachedAt: monday },
      { ...common, clock: 'resolution', state: 'running' },
      { ...common, clock: 'progress-update', state: 'paused' },
    ];
    const pages = unzipSync(makePack({ ...sampleEvidence(), clocks }));
    const said = (name: string) =>
      [
        ...Buffer.from(pages[`${folder}/${name}`] ?? [])
          .toString()
          .matchAll(/<td class="(late|kept)">(.*?)<\/td>/g),
      ].map(([, how, words]) => [how, words]);
    expect(said('evidence.html')).toEqual([
      ['kept', 'kept'],
      ['late', 'late'],
      ['kept', 'in time so far'],
      ['kept', 'in time so far, paused'],
    ]);
    expect(said('evidence.fa.html').map(([, words]) => words)).toContain('تاکنون در مهلت');
  });

  test('shows what people wrote as text, whatever it is', () => {
    const evidence = sampleEvidence();
    const [reference = ''] = Object.keys(evidence.texts);
    evidence.texts[reference] = { text: '</table><script>alert(1)</script>', salt: '' };
    const page = Buffer.from(unzipSync(makePack(evidence))[`${folder}/evidence.html`] ?? []).toString();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>');
  });
});

describe('node verify.mjs', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'pack-'));
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), bytes);
    }
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const file = (name: string) => join(place, folder, name);
  const change = (name: string, how: (value: never) => unknown) =>
    writeFileSync(file(name), JSON.stringify(how(JSON.parse(readFileSync(file(name), 'utf8')) as never)));
  function verify(): { code: number; said: string } {
    try {
      return { code: 0, said: execFileSync(process.execPath, [file('verify.mjs')], { encoding: 'utf8', env: {} }) };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { code: status, said: stdout };
    }
  }

  test('finds a pack as it was made in order', () => {
    const { code, said } = verify();
    expect(said).toMatch(/chain of 16 events[\s\S]*every text[\s\S]*the root [0-9a-f]{64} over 2[\s\S]*all 14 files/);
    expect(code).toBe(0);
  });

  type Event = { seq: number; hash: string; fact: { data: Record<string, unknown> } };
  test.each([
    [
      'changed',
      (events: Event[]) => events.map((one) => (one.seq === 10 ? { ...one, by: 'nobody' } : one)),
      'event 10 was changed',
    ],
    ['taken out', (events: Event[]) => events.filter(({ seq }) => seq !== 7), 'event 7 is missing'],
    ['taken off the end', (events: Event[]) => events.slice(0, -1), 'event 16 is missing'],
    [
      'put in another order',
      ([one, two, ...rest]: Event[]) => [two, one, ...rest],
      'event 1 is missing or out of order',
    ],
    ['put in twice', ([one, ...rest]: Event[]) => [one, one, ...rest], 'event 2 is missing or out of order'],
  ] as const)('names the first event when one was %s', (_, how, said) => {
    change('events.json', how as never);
    expect(verify()).toMatchObject({ code: 1, said: expect.stringContaining(`NOT OK  ${said}`) });
  });

  test('names the text that is not the one the event commits to', () => {
    change('texts.json', ([one, ...rest]: { text: string }[]) => [{ ...one, text: 'it never happened' }, ...rest]);
    expect(verify().said).toMatch(/NOT OK {2}text int_0000000000000001\.[0-9a-f]{64} was changed/);
  });

  test('tells when the chain is not the one that was published', () => {
    change('proof.json', (proof: { root: object }) => ({ ...proof, root: { size: 2, hash: '0'.repeat(64) } }));
    expect(verify().said).toContain('NOT OK  event 16 is not under the root');
  });

  test('names any file that was changed, added or taken away', () => {
    writeFileSync(file('mails/a1b2c3.html'), 'something else');
    expect(verify().said).toContain('NOT OK  mails/a1b2c3.html was changed');
    rmSync(file('mails/a1b2c3.html'));
    expect(verify().said).toContain('NOT OK  mails/a1b2c3.html is missing');
    writeFileSync(file('mails/a1b2c3.html'), Buffer.from(files[`${folder}/mails/a1b2c3.html`] ?? []));
    writeFileSync(file('mails/more.html'), '');
    expect(verify().said).toContain('NOT OK  mails/more.html was added');
  });
});
