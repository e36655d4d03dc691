import type { AwsAnswer, AwsRequest } from './aws-endpoint.ts';
import type { Objects, Version } from './objects.ts';

/**
 * As much of S3 as it takes to look at what is kept: `GET /bucket?list-type=2`, `GET /bucket/key`, and `PUT` and
 * `DELETE`, so that whoever tries to change something sees what comes of it. Undefined for what is no bucket.
 */
export function answerS3({ method, url, body = '' }: AwsRequest, objects: Objects): AwsAnswer | undefined {
  const [, named = ''] = url.split(/[/?]/, 2);
  if (!objects.has(named)) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, bucket = '', ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  if (!key) return method === 'GET' ? listed(bucket, objects.versions(bucket)) : undefined;
  const wanted = searchParams.get('versionId') ?? undefined;
  if (method === 'PUT') return answer(200, '', XML, objects.put({ bucket, key, body }));
  if (method === 'DELETE')
    return objects.remove(bucket, key, wanted)
      ? answer(204, '')
      : failed(403, 'AccessDenied', 'Access Denied because object protected by object lock.');
  const found = objects.versions(bucket, key);
  const one = wanted ? found.find(({ id }) => id === wanted) : found.at(-1);
  if (!one) return failed(404, 'NoSuchKey', 'The specified key does not exist.');
  return answer(200, one.body, 'application/json', one.id);
}

const XML = 'application/xml';

const answer = (status: number, body: string, type = XML, version?: string): AwsAnswer => ({
  ...{ status, body },
  headers: { 'content-type': type, ...(version && { 'x-amz-version-id': version }) },
});

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const failed = (status: number, code: string, message: string): AwsAnswer =>
  answer(status, `${HEAD}<Error><Code>${code}</Code><Message>${message}</Message></Error>`);

function listed(bucket: string, versions: readonly Version[]): AwsAnswer {
  const newest = [...new Map(versions.map((one) => [one.key, one])).values()];
  const contents = newest.map(
    ({ key, body, at }) =>
      `<Contents><Key>${key}</Key><LastModified>${new Date(at).toISOString()}</LastModified>` +
      `<Size>${Buffer.byteLength(body)}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const body =
    `${HEAD}<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">` +
    `<Name>${bucket}</Name><KeyCount>${newest.length}</KeyCount><MaxKeys>1000</MaxKeys>` +
    `<IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`;
  return answer(200, body);
}
