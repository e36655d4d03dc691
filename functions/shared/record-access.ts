import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Answered, accessOf } from '../access/access.ts';
import type { AccessStore } from '../access/access-store.ts';
import { log, metric } from './log.ts';
import { problem } from './problem.ts';
import { AccessNotRecorded } from './refusals.ts';

type Called = Parameters<typeof accessOf>[0];

// Nothing was looked up for a request that could not be read, and what it says is not known to be an id.
const UNREAD = [400, 413];

/**
 * Records a call before it is answered. What is only read leaves no other trace: it is not shown when it cannot be
 * recorded. A change stands in the history of its case with who made it, so that its answer may go out all the same;
 * so may a refusal.
 */
export async function recorded(
  accesses: AccessStore,
  event: Called,
  known: Answered,
  answer: APIGatewayProxyStructuredResultV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const status = answer.statusCode ?? 500;
  if (UNREAD.includes(status)) return answer;
  try {
    await accesses.record(accessOf(event, { ...known, status }));
    return answer;
  } catch (error) {
    const { requestId } = event.requestContext;
    log.error('ACCESS_NOT_RECORDED', { requestId, route: event.routeKey, error: error instanceof Error && error.name });
    metric('AccessesNotRecorded', 1, 'Count');
    const shows = event.routeKey.startsWith('GET ') && status < 400;
    return shows ? problem(new AccessNotRecorded(), requestId) : answer;
  }
}
