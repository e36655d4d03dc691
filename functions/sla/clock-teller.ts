import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseEvent } from '../case/case-fact.ts';
import type { EventBus } from '../event-bus/event-bus-gateway.ts';
import { versionStore } from '../policy/version-store.ts';
import type { Reminders } from '../reminder/reminder.ts';
import { minute } from '../shared/now.ts';
import { movesPromise } from './moves-promise.ts';

type World = { bus: Pick<EventBus, 'publish'>; reminders: () => Promise<Pick<Reminders, 'promises'>> };

/**
 * Tells that the clocks of a case may have moved, if promises to customers climb the ladder of reminders: whoever listens
 * brings the list of what is due up to date. Whether they do is at most a minute old, and costs nothing when they do not.
 * That a case was closed is told always: then it is counted what was kept of what was promised.
 */
export function clockTeller({ bus, reminders }: World) {
  let known: { climb: boolean; readAt: number } | undefined;
  async function doClimb(): Promise<boolean> {
    if (!known || Date.now() - known.readAt >= minute) {
      known = { climb: !!(await reminders()).promises, readAt: Date.now() };
    }
    return known.climb;
  }
  return async ({ caseId, seq, at, fact }: CaseEvent): Promise<void> => {
    if (!movesPromise(fact) && !fact.kind.startsWith('reminder-')) return;
    if (fact.kind !== 'case-closed' && !(await doClimb())) return;
    await bus.publish({ type: 'clocks.moved', detail: { caseId, seq }, deliveryId: `${caseId}.${seq}.clocks`, at });
  };
}

/** The same over the table of policies. What was saved has been checked then, and is not checked again. */
export function clocksToldTo(bus: EventBus, db: Pick<DynamoDBClient, 'send'>, policiesTable: string) {
  const store = versionStore(db, policiesTable);
  const reminders = async () => ((await store.latest('reminders'))?.value ?? {}) as Pick<Reminders, 'promises'>;
  return clockTeller({ bus, reminders });
}
