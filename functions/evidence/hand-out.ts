import { createHash } from 'node:crypto';
import type { CustomerRecordStore } from '../customer/customer-record-store.ts';
import type { EventBus } from '../event-bus/event-bus-gateway.ts';
import type { Reply } from '../shared/api.ts';
import type { Caller } from '../shared/caller.ts';
import { InvalidRequest } from '../shared/errors.ts';
import { log } from '../shared/log.ts';
import { after, hour, type Instant } from '../shared/now.ts';
import type { GatheredStore } from './gathered-store.ts';
import { makePack } from './make-pack.ts';
import type { WantedStore } from './wanted-store.ts';

// What Lambda may answer with is 6 MB, and bytes are answered as base64, which makes four of three.
const LARGEST_PART = 4 * 1024 * 1024;
// A root is published every hour: evidence that is older may lack one that covers it.
const FRESH = hour;
const ASK_AGAIN = 10; // seconds

type World = {
  records: Pick<CustomerRecordStore, 'change'>;
  wanted: Pick<WantedStore, 'want'>;
  gathered: GatheredStore;
  bus: EventBus;
};
type Asked = { caller: Caller; now: Instant; query: { part?: number | undefined } };
type About = { caseId: string; customerId: string; head: string };

/**
 * Hands out a pack that is up to date, after recording who took which bytes. One that has to be put together first is
 * there in seconds, at the same address; within an hour if the event bus takes no events. One that is larger than an
 * answer may be is handed out in parts, which make up the whole one after another.
 * @throws InvalidRequest for a part that there is not
 */
export async function handOut(world: World, { caseId, customerId, head }: About, asked: Asked): Promise<Reply> {
  const { caller, now, query } = asked;
  const found = await world.gathered.find(customerId, caseId);
  if (!found || found.head !== head || after(found.at, FRESH) < now) {
    if (await world.wanted.want(caseId, now)) await tell(world.bus, caseId, now);
    const lookAt = `/cases/${caseId}/evidence`;
    return { status: 202, body: { state: 'being-put-together', lookAt, retryAfterSeconds: ASK_AGAIN } };
  }
  const pack = makePack(found.evidence);
  const sha256 = createHash('sha256').update(pack).digest('hex');
  const parts = Math.ceil(pack.length / LARGEST_PART);
  const { part = 1 } = query;
  if (part > parts) throw new InvalidRequest([{ field: 'part', message: `must be at most ${parts}` }]);
  const read = { kind: 'evidence-read', data: { caseId, sha256 } } as const;
  await world.records.change(customerId, { by: caller.id, at: now }, () => read);
  if (parts > 1 && !query.part) return { body: { state: 'in-parts', parts, bytes: pack.length, sha256 } };
  const body = pack.subarray((part - 1) * LARGEST_PART, part * LARGEST_PART);
  return { body, type: 'application/zip', file: `evidence-${caseId}.zip${parts > 1 ? `.${part}` : ''}` };
}

/** Has it put together at once. That it is wanted is noted: what cannot be told is found by the next sweep. */
async function tell(bus: EventBus, caseId: string, at: Instant): Promise<void> {
  try {
    await bus.publish({ type: 'evidence.wanted', detail: { caseId }, deliveryId: `${caseId}.evidence.${at}`, at });
  } catch (error) {
    log.warn('EVIDENCE_NOT_TOLD', { caseId, error: error instanceof Error ? error.name : typeof error });
  }
}
