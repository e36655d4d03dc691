import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { versionStore } from '../../../functions/policy/version-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { after, day } from '../../../functions/shared/now.ts';
import { auditSample, type Draw } from '../../../functions/survey/audit-sample.ts';
import { keepSamples } from '../../../functions/survey/keep-samples.ts';
import { commitmentTo, isDrawn, periodAfter, periodOf } from '../../../functions/survey/sampling.ts';
import { samplingStore } from '../../../functions/survey/sampling-store.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const versions = versionStore(db, tableNames.POLICIES_TABLE);
const samples = samplingStore(db, tableNames.VAULT_TABLE, versions);

test('a case is drawn in the month it was closed in', () => {
  expect(periodOf('2026-12-31T23:59:59.999Z')).toBe('2026-12');
  expect(periodAfter('2026-12')).toBe('2027-01');
});

test('the draw is the one that is described: the first 48 bits of HMAC-SHA-256 below the rate', () => {
  const caseId = 'case_00000000000000000000000001';
  const bits = createHmac('sha256', 'seed').update(caseId).digest('hex').slice(0, 12);
  const share = Number.parseInt(bits, 16) / 2 ** 48;
  expect(isDrawn('seed', caseId, share)).toBe(false);
  expect(isDrawn('seed', caseId, share + 1e-9)).toBe(true);
});

test('about as many are drawn as the rate says, everybody at 1 and nobody at 0', () => {
  const cases = Array.from({ length: 4000 }, () => newId('case'));
  const drawn = (rate: number) => cases.filter((caseId) => isDrawn('seed', caseId, rate)).length / cases.length;
  expect([drawn(0), drawn(1)]).toEqual([0, 1]);
  // Five standard deviations: this fails once in three million runs.
  expect(Math.abs(drawn(0.3) - 0.3)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / 4000));
});

describe('the seed', () => {
  test('is committed to before anybody is drawn, once, whoever comes first', async () => {
    const seeds = await Promise.all(Array.from({ length: 8 }, () => samples.committed('2031-01', monday)));
    expect(new Set(seeds).size).toBe(1);
    const published = await versions.versions('sampling#2031-01');
    expect(published).toMatchObject([{ version: 1, value: { commitment: commitmentTo(seeds[0] ?? '') } }]);
    expect(JSON.stringify(published)).not.toContain(seeds[0]);
  });

  test('of the month that begins is published before it begins, and of the month that is over when nobody is drawn any more', async () => {
    await keepSamples(samples, '2032-03-30T00:00:00.000Z');
    expect(await samples.published('2032-04')).toMatchObject({ commitment: expect.any(String) });
    await keepSamples(samples, '2032-05-10T00:00:00.000Z');
    expect(await samples.published('2032-03')).not.toHaveProperty('seed');
    await keepSamples(samples, '2032-05-20T00:00:00.000Z');
    expect(await samples.published('2032-03')).toHaveProperty('seed');
    expect(await samples.published('2032-04')).not.toHaveProperty('seed');
  });
});

describe('an auditor', () => {
  const draws = async (period: string, rate: number): Promise<Draw[]> => {
    const seed = await samples.committed(period, monday);
    const cases = Array.from({ length: 300 }, () => newId('case'));
    return cases.map((caseId) => ({ caseId, rate, drawn: isDrawn(seed, caseId, rate) }));
  };
  const revealed = async (period: string) => {
    await samples.reveal(period, after(monday, 90 * day));
    return (await samples.published(period)) as { period: string; commitment: string; seed: string };
  };

  test('recomputes the list from what was published, and finds it as it was drawn', async () => {
    const list = await draws('2033-01', 0.4);
    expect(auditSample(await revealed('2033-01'), list)).toEqual({ seedFits: true, wrong: [] });
  });

  test('sees whom somebody took in or left out by hand', async () => {
    const list = await draws('2033-02', 0.4);
    const left = list.find(({ drawn }) => drawn) as Draw;
    const taken = list.find(({ drawn }) => !drawn) as Draw;
    const forged = list.map((one) => (one === left || one === taken ? { ...one, drawn: !one.drawn } : one));
    const { wrong } = auditSample(await revealed('2033-02'), forged);
    expect(new Set(wrong)).toEqual(new Set([left.caseId, taken.caseId]));
  });

  test('sees a seed that is not the one committed to', async () => {
    const list = await draws('2033-03', 0.4);
    const sample = await revealed('2033-03');
    expect(auditSample({ ...sample, seed: 'another' }, list).seedFits).toBe(false);
  });
});
