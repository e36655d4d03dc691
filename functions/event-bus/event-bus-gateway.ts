import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Instant } from '../shared/now.ts';
import { EventNotPublished } from './event-bus.ts';
import { PublicEvent } from './public-event.ts';

export type EventBus = ReturnType<typeof eventBus>;

/**
 * What others are told through EventBridge, at least once.
 *
 *     const bus = eventBus(eventBridge(), env.EVENT_BUS);
 *     await bus.publish({ deliveryId, at, type: 'survey.responded', detail: { caseId, … } });
 *
 * `deliveryId` is made from what happened, so it is the same however often this is tried: whoever listens drops what
 * they know. A function that publishes has `EVENTS: true` in its row, which gives it EVENT_BUS and the right to it. A new
 * kind of event is a line in `public-event.ts`.
 */
export const eventBus = (client: Pick<EventBridgeClient, 'send'>, EventBusName: string) => ({
  /** @throws EventNotPublished, or what the network says; publishing again is safe */
  async publish({ deliveryId, at, ...event }: PublicEvent & { deliveryId: string; at: Instant }): Promise<void> {
    const { type, detail } = PublicEvent.parse(event);
    const entry = {
      EventBusName,
      Source: 'caseloop',
      DetailType: type,
      Time: new Date(at),
      Detail: JSON.stringify({ deliveryId, at, ...detail }),
    };
    const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: [entry] }));
    // EventBridge answers 200 also when it took nothing.
    if (FailedEntryCount) throw new EventNotPublished(type, deliveryId, Entries?.[0]?.ErrorCode ?? 'unknown');
  },
});
