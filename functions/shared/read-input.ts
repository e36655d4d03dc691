import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { type FieldError, InvalidRequest } from './errors.ts';
import { BodyTooLarge, UnsupportedMediaType } from './protocol-errors.ts';

const LARGEST_BODY = 64 * 1024;
const LONGEST_KEY = 200;

type Shape<P, Q, B> = { path?: z.ZodMiniType<P>; query?: z.ZodMiniType<Q>; body?: z.ZodMiniType<B> };

/** @throws InvalidRequest naming each field, BodyTooLarge */
export function readInput<P, Q, B>(
  shape: Shape<P, Q, B>,
  event: APIGatewayProxyEventV2,
): { path: P; query: Q; body: B } {
  const errors: FieldError[] = [];
  const read = <T>(schema: z.ZodMiniType<T> | undefined, value: unknown): T => {
    const result = schema?.safeParse(value, { reportInput: true });
    if (!result) return undefined as T;
    if (result.success) return result.data;
    errors.push(...result.error.issues.flatMap(fieldErrors));
    return undefined as T;
  };
  const path = read(shape.path, event.pathParameters ?? {});
  const query = read(shape.query, event.queryStringParameters ?? {});
  const body = read(shape.body, shape.body && jsonBody(event));
  if ((event.headers['idempotency-key'] ?? '').length > LONGEST_KEY) {
    errors.push({ field: 'Idempotency-Key', message: `must be at most ${LONGEST_KEY} characters long` });
  }
  if (errors.length > 0) throw new InvalidRequest(errors);
  return { path, query, body };
}

function jsonBody(event: APIGatewayProxyEventV2): unknown {
  const type = event.headers['content-type'];
  if (type && !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) throw new UnsupportedMediaType();
  const text = bodyText(event);
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRequest([{ field: 'body', message: 'must be JSON' }]);
  }
}

/** The body as text, whatever content type it came with. @throws BodyTooLarge */
export function bodyText({
  body = '',
  isBase64Encoded,
}: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>): string {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > LARGEST_BODY) throw new BodyTooLarge(LARGEST_BODY);
  return bytes.toString('utf8');
}

/** What is wrong, by the name of the field. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const at = (...more: string[]) => [...issue.path.map(String), ...more].join('.') || 'body';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: at(key), message: 'is not a field of this request' }));
  }
  return [{ field: at(), message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
    case 'too_big':
      return limit('at most', issue.maximum, issue.origin);
    case 'too_small':
      return limit('at least', issue.minimum, issue.origin);
    case 'custom':
      return issue.message;
    default:
      return 'is malformed';
  }
}

function limit(than: 'at most' | 'at least', length: number | bigint, origin: string): string {
  if (origin === 'string') return `must be ${than} ${length} characters long`;
  return origin === 'array' ? `must have ${than} ${length} entries` : `must be ${than} ${length}`;
}
