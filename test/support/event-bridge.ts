import type { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

export type Told = { type: string; detail: Record<string, unknown> };

/** Stands in for the EventBridge API: records what it was told. */
export function eventBridge() {
  const told: Told[] = [];
  const send = async ({ input }: PutEventsCommand): Promise<unknown> => {
    for (const { DetailType = '', Detail = '{}' } of input.Entries ?? [])
      told.push({ type: DetailType, detail: JSON.parse(Detail) as Told['detail'] });
    return { FailedEntryCount: 0, Entries: [] };
  };
  return { told, client: { send } as unknown as Pick<EventBridgeClient, 'send'> };
}
