import type { What } from './happening.ts';
import { isObject } from './json.ts';
import type { TaskCall } from './run.ts';

export type NewObject = { readonly bucket: string; readonly key: string; readonly body: string };
/** Keeps an object and returns the id of its version; undefined when there is no such bucket. */
export type PutObject = (object: NewObject) => string | undefined;

const KNOWN = ['Bucket', 'Key', 'Body', 'ContentType', 'ChecksumAlgorithm'];

/** `aws-sdk:s3:putObject`. A field that would mean something and is not known here is refused. */
export function put({ parameters, ticket }: TaskCall, putObject: PutObject = () => undefined): What {
  const { Bucket, Key, Body, ...rest } = isObject(parameters) ? parameters : {};
  const strange = Object.keys(rest).filter((field) => !KNOWN.includes(field));
  if (strange.length > 0) return failed('S3.S3Exception', `${strange.join(', ')} is not known here`, ticket.uuid);
  if (typeof Bucket !== 'string' || typeof Key !== 'string' || typeof Body !== 'string')
    return failed('S3.S3Exception', 'Bucket, Key and Body are texts', ticket.uuid);
  const VersionId = putObject({ bucket: Bucket, key: Key, body: Body });
  if (VersionId === undefined)
    return failed('S3.NoSuchBucketException', 'The specified bucket does not exist', ticket.uuid);
  return { what: 'succeeded', output: JSON.stringify({ ServerSideEncryption: 'aws:kms', VersionId }) };
}

const failed = (error: string, message: string, id: string): What => ({
  what: 'failed',
  error,
  cause: `${message} (Service: S3, Status Code: ${error.startsWith('S3.NoSuch') ? 404 : 400}, Request ID: ${id})`,
});
