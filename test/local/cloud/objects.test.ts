import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Deployment } from '../../../local/cloud/deployment.ts';
import { createObjects, type Objects } from '../../../local/cloud/objects.ts';
import { answerS3 } from '../../../local/cloud/s3.ts';

const DAY = 86_400_000;
const lock = { ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 2 } } } };
const deployment = {
  resources: (_: string, schema: { parse(value: unknown): unknown }) => [
    { ref: 'locked', properties: schema.parse(lock) },
    { ref: 'plain', properties: schema.parse({}) },
  ],
} as unknown as Deployment;
let time = 0;
const opened = (file?: string): Objects => createObjects(deployment, () => time, file);
const root = { bucket: 'locked', key: 'roots/1.json', body: '{"size":1}' };

describe('an object in a bucket that locks', () => {
  test('is not replaced: what is put there later stands beside it', () => {
    const objects = opened();
    objects.put(root);
    objects.put({ ...root, body: '{"size":1,"forged":true}' });
    expect(objects.versions('locked', root.key).map(({ body }) => body)).toEqual([
      '{"size":1}',
      '{"size":1,"forged":true}',
    ]);
  });

  test('cannot be removed before its time, and can after', () => {
    time = 0;
    const objects = opened();
    objects.put(root);
    time = 2 * DAY - 1;
    expect(objects.remove('locked', root.key)).toBe(false);
    expect(objects.versions('locked')).toHaveLength(1);
    time = 2 * DAY;
    expect(objects.remove('locked', root.key)).toBe(true);
    expect(objects.versions('locked')).toEqual([]);
  });

  test('outlives the process, and so does its lock', () => {
    time = 0;
    const file = join(mkdtempSync(join(tmpdir(), 'caseloop-objects-')), 'objects.jsonl');
    opened(file).put(root);
    const again = opened(file);
    expect(again.versions('locked', root.key)).toMatchObject([{ body: root.body, mode: 'GOVERNANCE' }]);
    expect(again.remove('locked', root.key)).toBe(false);
    time = 3 * DAY;
    again.remove('locked', root.key);
    expect(opened(file).versions('locked')).toEqual([]);
  });
});

test('a bucket that locks nothing lets go; and what is no bucket takes nothing', () => {
  const objects = opened();
  objects.put({ ...root, bucket: 'plain' });
  expect(objects.remove('plain', root.key)).toBe(true);
  expect(objects.put({ ...root, bucket: 'nowhere' })).toBeUndefined();
});

describe('asked as S3 is', () => {
  const ask = (objects: Objects, method: string, url: string, body?: string) =>
    answerS3({ method, url, headers: {}, body }, objects);

  test('it lists what is kept, and hands it out', () => {
    const objects = opened();
    objects.put(root);
    expect(ask(objects, 'GET', '/locked?list-type=2')?.body).toContain('<Key>roots/1.json</Key>');
    expect(ask(objects, 'GET', '/locked/roots/1.json')).toMatchObject({ status: 200, body: '{"size":1}' });
    expect(ask(objects, 'GET', '/locked/roots/2.json')).toMatchObject({ status: 404 });
  });

  test('it refuses to delete, and the first version is there after another was put', () => {
    time = 0;
    const objects = opened();
    const first = objects.put(root);
    expect(ask(objects, 'DELETE', '/locked/roots/1.json')?.body).toContain('protected by object lock');
    expect(ask(objects, 'PUT', '/locked/roots/1.json', '{"size":2}')?.status).toBe(200);
    expect(ask(objects, 'GET', `/locked/roots/1.json?versionId=${first}`)?.body).toBe('{"size":1}');
  });

  test('what is about no bucket is for others to answer', () => {
    expect(ask(opened(), 'POST', '/')).toBeUndefined();
    expect(ask(opened(), 'GET', '/nowhere/roots/1.json')).toBeUndefined();
  });
});
