import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { AppError } from './errors.ts';
import { log } from './log.ts';

const kebab = (name: string): string => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/**
 * An error as a problem document (RFC 9457): a stable type, one sentence, nothing of the inside.
 * What is not an error of ours is 500, and told to those who operate this instead.
 */
export function problem(error: unknown, requestId: string): APIGatewayProxyStructuredResultV2 {
  const known = error instanceof AppError;
  if (!known) log.error('REQUEST_FAILED', { requestId, error: error instanceof Error ? error.name : typeof error });
  const document = known
    ? {
        type: `urn:caseloop:problem:${kebab(error.name)}`,
        status: error.status,
        detail: error.message,
        ...error.details,
      }
    : {
        type: 'urn:caseloop:problem:internal',
        status: 500,
        detail: 'Something went wrong on our side; try again later',
      };
  return {
    statusCode: document.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(known && error.headers),
    },
    body: JSON.stringify({ ...document, instance: `urn:caseloop:request:${requestId}` }),
  };
}
