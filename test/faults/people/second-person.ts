import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import type { Asked } from '../simulator/api.ts';
import { teams } from './bank.ts';
import { insist } from './client.ts';
import { ada, type Errands, hour, minute } from './errands.ts';

/**
 * Whatever somebody asks a second person for is decided after a while, by the manager of the case's team or an
 * administrator. Some who asked try to decide it themselves before.
 */
export function decideApprovals({ world, during }: Errands): void {
  const { truth, watchers, chance, clock, api } = world;
  const known = new Set<string>();

  async function decide(caseId: string, approvalId: string, requestedBy: string): Promise<void> {
    await clock.sleep(chance.between(10 * minute, 30 * hour));
    const path = `/approvals/${approvalId}/decide`;
    if (chance.happens(0.4)) {
      const as = { id: requestedBy, roles: '[agent manager]' };
      await api('POST', path, { as, body: { decision: 'approved' } });
    }
    const body = { decision: chance.happens(0.7) ? 'approved' : 'rejected' };
    const asked: Asked = { as: deciderOf(truth.of(caseId).current.team, requestedBy), body };
    await insist(world, () => api('POST', path, { ...asked, key: `decide ${approvalId}` }));
  }

  watchers.add({
    wrote(_, event) {
      if (!event || !asksForOne(event)) return;
      const { current } = truth.of(event.caseId);
      for (const { approvalId, requestedBy } of current.approvals) {
        if (known.has(approvalId)) continue;
        known.add(approvalId);
        during(decide(event.caseId, approvalId, requestedBy));
      }
    },
  });
}

const asksForOne = ({ fact: { kind } }: CaseEvent): boolean =>
  kind === 'approval-requested' || kind === 'case-cancelled';

function deciderOf(team: string, requestedBy: string) {
  const manager = teams.find((one) => one.team === team)?.manager;
  return manager && manager !== requestedBy ? { id: manager, roles: '[agent manager]' } : ada;
}
