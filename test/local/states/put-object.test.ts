import { expect, test } from 'vitest';
import { type NewObject, put } from '../../../local/states/put-object.ts';
import type { TaskCall } from '../../../local/states/run.ts';

const call = (parameters: object) => ({ parameters, ticket: { uuid: 'request' } }) as unknown as TaskCall;
const root = { Bucket: 'kept', Key: 'roots/1.json', Body: '{}', ContentType: 'application/json' };

test('an object is put, and its version is the answer', () => {
  const seen: NewObject[] = [];
  const answer = put(call(root), (object) => `version ${seen.push(object)}`);
  expect(seen).toEqual([{ bucket: 'kept', key: 'roots/1.json', body: '{}' }]);
  expect(answer).toMatchObject({ what: 'succeeded', output: expect.stringContaining('"VersionId":"version 1"') });
});

test('where there is no such bucket the step fails as it would on AWS', () => {
  expect(put(call(root))).toMatchObject({ what: 'failed', error: 'S3.NoSuchBucketException' });
});

test('what this cloud does not know is refused and not left out: a lock that nobody sets is none', () => {
  expect(put(call({ ...root, ObjectLockMode: 'COMPLIANCE' }), () => 'version')).toMatchObject({
    what: 'failed',
    cause: expect.stringContaining('ObjectLockMode'),
  });
  expect(put(call({ ...root, Body: { size: 1 } }), () => 'version')).toMatchObject({ what: 'failed' });
});
