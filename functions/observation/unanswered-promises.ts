import type { CaseEvent } from '../case/case-fact.ts';
import { after, hour, type Instant } from '../shared/now.ts';
import { readClocks } from '../sla/sla-clock.ts';
import { slaEventsOf } from '../sla/sla-event.ts';
import type { Policies } from '../sla/terms.ts';
import type { Observation } from './observation.ts';

/** So long a broken promise may lie before it is a gap that nobody did anything. */
export const REACTION = 24 * hour;

// What somebody does about a case, as against what goes on by itself.
const reactions = new Set<CaseEvent['fact']['kind']>([
  ...(['interaction-recorded', 'owner-assigned', 'case-transferred', 'priority-changed', 'waiting-started'] as const),
  ...(['task-claimed', 'task-assigned', 'task-escalated', 'task-acknowledged', 'task-completed'] as const),
  ...(['approval-requested', 'approval-decided', 'case-linked', 'case-cancelled', 'case-reopened'] as const),
]);

/** The promises of a case that were broken and after which nobody did anything for a day, or has not until now. */
export function unansweredPromises(events: readonly CaseEvent[], policies: Policies, now: Instant): Observation[] {
  const caseId = events[0]?.caseId ?? '';
  return readClocks(slaEventsOf(events, policies), now).flatMap(({ clock, cycle, round, breachedAt, stoppedAt }) => {
    if (!breachedAt) return [];
    const reacted = events.find(({ at, fact }) => at > breachedAt && reactions.has(fact.kind))?.at;
    const until = [reacted, stoppedAt, now].filter((at): at is Instant => !!at && at > breachedAt).sort()[0] ?? now;
    if (until < after(breachedAt, REACTION)) return [];
    const data = { clock, due: breachedAt, hours: Math.floor((Date.parse(until) - Date.parse(breachedAt)) / hour) };
    const id = `${caseId}.${cycle}.${clock}.${round}`;
    return [{ id, kind: 'promise-broken-unanswered', at: breachedAt, caseId, data }];
  });
}
