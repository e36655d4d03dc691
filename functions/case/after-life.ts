import { isAboutADeadSurvey } from '../task/failed-step.ts';
import type { Step, Task } from '../task/task.ts';
import { afterWaiting } from './after-contact.ts';
import { withdraw, withFreeze } from './after-task.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseFact } from './case-fact.ts';
import type { LinkKind, Standing } from './life-fact.ts';

type LifeKind =
  | `case-${'closed' | 'cancelled' | 'reopened' | 'continued' | 'linked' | 'unlinked'}`
  | 'linked-case-changed';
type LifeFact = Extract<CaseFact, { kind: LifeKind }>;

/** What a case amounts to after it ended, began anew, or was linked to another. */
export function afterLife(before: Case, fact: LifeFact, { at, by }: Pick<CaseEvent, 'at' | 'by'>): Case {
  switch (fact.kind) {
    case 'case-closed':
      return { ...afterWaiting(before), status: 'closed', closedAt: at, ...fact.data };
    case 'case-cancelled':
      return cancelled(before, fact.data, { at, by });
    case 'case-reopened':
      return reopened(before, fact.data, at);
    case 'case-continued':
      return { ...before, continuedIn: fact.data.caseId };
    case 'case-linked': {
      const { caseId, as } = fact.data;
      const others = before.links.filter((link) => link.caseId !== caseId || link.as !== as);
      const linked = { ...before, links: [...others, { caseId, as, standing: standingOf(as), since: at, by }] };
      return as === 'merged-into' ? { ...withoutWork(afterWaiting(linked)), status: 'merged' } : linked;
    }
    case 'case-unlinked': {
      const { caseId, as } = fact.data;
      const links = before.links.filter((link) => link.caseId !== caseId || link.as !== as);
      const parted = { ...before, links };
      // What was done for it goes on elsewhere; here everything but the freeze begins anew.
      return as === 'merged-into' && before.status === 'merged' ? anew(parted, before.cycle + 1) : parted;
    }
    case 'linked-case-changed': {
      const { caseId, standing } = fact.data;
      return {
        ...before,
        links: before.links.map((link) => (link.caseId === caseId ? { ...link, standing } : link)),
      };
    }
  }
}

type Data<K extends LifeKind> = Extract<CaseFact, { kind: K }>['data'];
type By = Pick<CaseEvent, 'at' | 'by'>;

function cancelled(before: Case, { reason, accounts, approval, noteId }: Data<'case-cancelled'>, { at, by }: By): Case {
  const { approvalId = '', targets = [] } = approval ?? {};
  const request = { action: 'unfreeze', targets } as const;
  const asked = approval ? [{ approvalId, request, requestedBy: by, requestedAt: at, noteId }] : [];
  return {
    ...withoutWork(afterWaiting(before)),
    status: 'cancelled',
    cancelled: { reason, accounts, by, at },
    approvals: [...before.approvals, ...asked],
  };
}

/**
 * What is left to do once a case is over: what was frozen for it may still have to be unfrozen, and a survey that is out
 * goes on, or ends, as somebody says.
 */
const outlives = (task: Task): boolean => task.step === 'unfreeze-accounts' || isAboutADeadSurvey(task);

const withoutWork = (before: Case): Case => withdraw(before, (task) => !outlives(task));

/** Of how a case stands that this one is linked to as a parent or as what took it in, when it is linked. */
const standingOf = (as: LinkKind): Standing => (as === 'merged-from' ? 'merged' : 'open');

/** What is frozen stays frozen, or is frozen again. */
function reopened(before: Case, { cycle, reason }: Data<'case-reopened'>, at: CaseEvent['at']): Case {
  const again: Case = { ...anew(before, cycle), reopened: { reason, at } };
  return reason === 'danger-is-back' ? freezeAgain(again) : again;
}

/** Findings and investigation are those of the cycle. */
function anew(before: Case, cycle: number): Case {
  const {
    findings: _,
    resolution: __,
    closedAt: ___,
    reopenUntil: ____,
    noSurvey: _____,
    notice: ______,
    ...kept
  } = withoutWork(before);
  const once = new Set<Step>(['freeze-accounts', 'unfreeze-accounts']);
  const settled = before.settled.filter((step) => once.has(step));
  return { ...kept, status: 'open', cycle, attempt: 1, investigation: 'none', settled };
}

/** What two people had unfrozen is in danger again. */
function freezeAgain({ frozenAt: _, ...before }: Case): Case {
  const free = Object.keys(before.freeze).filter((target) => before.freeze[target] === 'unfrozen');
  const settled = before.settled.filter((step) => step !== 'freeze-accounts');
  return withFreeze({ ...before, settled }, free, 'planned');
}
