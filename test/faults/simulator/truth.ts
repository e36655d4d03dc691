import { type Case, nothing } from '../../../functions/case/case.ts';
import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { evolve } from '../../../functions/case/evolve.ts';
import { isOpen, type Task } from '../../../functions/task/task.ts';
import type { Written } from '../../../local/table/database.ts';

export type Known = { events: CaseEvent[]; current: Case };

/** What really happened, told by the table of events alone. */
export class Truth {
  readonly cases = new Map<string, Known>();

  /** The event, if the write was one. */
  take({ table, after }: Written): CaseEvent | undefined {
    if (table !== 'case-events' || !after?.event || !('S' in after.event)) return undefined;
    const event = JSON.parse(after.event.S) as CaseEvent;
    const { events, current } = this.of(event.caseId);
    events.push(event);
    this.cases.set(event.caseId, { events, current: evolve(current, event) });
    return event;
  }

  of(caseId: string): Known {
    return this.cases.get(caseId) ?? { events: [], current: nothing };
  }

  openTasks(): Task[] {
    return [...this.cases.values()].flatMap(({ current }) => current.tasks.filter(isOpen));
  }
}
