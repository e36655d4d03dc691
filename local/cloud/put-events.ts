import * as z from 'zod';
import { failure } from './aws-endpoint.ts';
import type { EventBus } from './event-bus.ts';
import type { Json } from './json.ts';
import type { Answer } from './tables.ts';

const Request = z.object({
  Entries: z.array(
    z.object({
      Source: z.string(),
      DetailType: z.string(),
      Detail: z.string().transform((text): Json => JSON.parse(text)),
      EventBusName: z.literal('default').default('default'),
      Resources: z.array(z.string()).default([]),
    }),
  ),
});

/** EventBridge's `PutEvents`, the one operation of it that functions use. */
export async function answerEvents(bus: EventBus, operation: string, body: string): Promise<Answer> {
  if (operation !== 'PutEvents') return failure(400, 'UnknownOperationException', `${operation} is not known here`);
  const { Entries } = Request.parse(JSON.parse(body));
  const ids = Entries.map(({ Source, DetailType, Detail, Resources }) =>
    bus.put({ source: Source, 'detail-type': DetailType, detail: Detail, resources: Resources }),
  );
  return {
    status: 200,
    body: JSON.stringify({ FailedEntryCount: 0, Entries: ids.map((EventId) => ({ EventId })) }),
  };
}
