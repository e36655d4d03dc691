import { type CaseStore, fold } from '../case/case-store.ts';
import type { CaseRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import type { CustomerRecordStore } from '../customer/customer-record-store.ts';
import type { PersonStore } from '../customer/person-store.ts';
import { log } from '../shared/log.ts';
import { after, day, hour, type Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { endOf, heldFor, overdue } from './held.ts';
import type { RetentionRules } from './retention.ts';
import type { RetentionStore, WalkStore } from './retention-store.ts';

export type RetentionWorld = {
  rules: Pick<RetentionStore, 'inForce'>;
  walk: WalkStore;
  cases: Pick<CaseStore, 'history'>;
  views: Pick<CaseViewStore, 'list'>;
  people: Pick<PersonStore, 'everything' | 'forget'>;
  records: Pick<CustomerRecordStore, 'change'>;
};
type InForce = { version: number; value: RetentionRules };

const ended = ['closed', 'cancelled', 'merged'] as const;

/**
 * Walks over all cases that ended, once a day, and lets the vault forget what was kept long enough. A walk that is
 * stopped goes on where it was; a case that fails holds up no other. @returns how many rows went
 */
export async function applyRetention(
  world: RetentionWorld,
  at: Instant,
  goOn: () => boolean = () => true,
  pageSize = 100,
) {
  let { status, cursor, endedAt } = await world.walk.read();
  if (status === 0 && !cursor && endedAt && after(endedAt, 20 * hour) > at) return { rows: 0 };
  const inForce = await world.rules.inForce();
  let rows = 0;
  while (goOn()) {
    const list = ended[status];
    if (!list) break;
    const page = await world.views.list<CaseRow>('status', list, { limit: pageSize, ...(cursor && { cursor }) });
    const gone = await sideBySide(page.items.filter(mayBeOver(inForce.value, at)), (row) =>
      forgetCase(world, row, inForce, at),
    );
    rows += gone.reduce((sum, one) => sum + one, 0);
    cursor = page.next;
    if (!cursor) status++;
    const over = status === ended.length;
    await world.walk.save(
      over ? { status: 0, endedAt: at } : { status, ...(cursor && { cursor }), ...(endedAt && { endedAt }) },
    );
    if (over) break;
  }
  log.info('RETENTION_APPLIED', { rows, policy: inForce.version });
  return { rows };
}

/** A case that began too lately cannot have ended long enough ago. */
const mayBeOver = (rules: RetentionRules, at: Instant) => {
  const latest = after(at, -Math.min(...Object.values(rules)) * day);
  return ({ openedAt, customerId }: CaseRow): boolean => openedAt <= latest && customerId !== '';
};

async function forgetCase(
  world: RetentionWorld,
  { caseId, customerId }: CaseRow,
  { version, value }: InForce,
  at: Instant,
) {
  try {
    const events = await world.cases.history(caseId);
    const end = endOf(fold(events), at);
    const classes = end ? overdue(end, value, at) : [];
    if (classes.length === 0) return 0;
    const held = heldFor(events);
    const there = new Set((await world.people.everything(customerId)).map(({ sk }) => sk));
    let gone = 0;
    for (const one of classes) {
      const sks = [...new Set(held[one])].filter((sk) => there.has(sk));
      if (sks.length === 0) continue;
      // Recorded first, where a legal hold is recorded, too: of the two one comes before, and what comes second knows.
      const data = { caseId, class: one, policy: version, rows: sks.length };
      const { hold } = await world.records.change(customerId, { by: 'retention', at }, (now) =>
        now.hold ? undefined : { kind: 'retention-applied', data },
      );
      if (!hold) gone += await world.people.forget(customerId, sks);
    }
    return gone;
  } catch (error) {
    log.error('RETENTION_FAILED', { caseId, error: error instanceof Error ? error.name : typeof error });
    return 0;
  }
}
