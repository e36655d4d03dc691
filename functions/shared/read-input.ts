import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { BodyTooLarge, type FieldError, InvalidRequest } from './errors.ts';

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
  if (body.length > (isBase64Encoded ? (LARGEST_BODY * 4) / 3 : LARGEST_BODY)) throw new BodyTooLarge(LARGEST_BODY);
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const at = (...more: string[]) => [...issue.path.map(String), ...more].join('.') || 'body';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: at(key), message: 'is not a field of this request' }));
  }
  return [{ field: at(), message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `must be at most ${issue.maximum} characters long`
        : `must be at most ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'string'
        ? `must be at least ${issue.minimum} characters long`
        : `must be at least ${issue.minimum}`;
    case 'custom':
      return issue.message;
    default:
      return 'is malformed';
  }
}
