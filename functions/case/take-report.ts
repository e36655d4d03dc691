import { IdempotencyKeyReused } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import { type Case, whatFollows } from './case.ts';
import type { CaseStore, Change } from './case-store.ts';
import { openCase, type Report } from './open-case.ts';
import type { ReportStore } from './report-store.ts';

export type Taken = { current: Case; joined: boolean };

/**
 * Takes in a report: opens a case, or joins the one that is open about the same card or payment of this customer.
 * Whatever it was interrupted at, the same request again goes on from there and gets the same answer.
 * Two reports at once agree on one case: whoever holds the subject names it, and either of them may open it.
 * @throws IdempotencyKeyReused
 */
export async function takeReport(
  cases: CaseStore,
  reports: ReportStore,
  report: Report,
  change: Change,
): Promise<Taken> {
  const { command } = change;
  const { customerId, subject } = report;
  const fresh: string = newId('case');
  let recorded = fresh;
  if (command) {
    const request = await reports.rememberRequest(command.id, command.hash, fresh);
    if (request.hash !== command.hash) throw new IdempotencyKeyReused();
    recorded = request.caseId;
    const answered = recorded === fresh ? undefined : await cases.answered(recorded, command);
    if (answered?.status === 'open') return taken(answered); // otherwise it was interrupted on its way to the next case
  }
  let { caseId } = await reports.claimSubject(customerId, subject, recorded);
  let continues: string | undefined;
  for (;;) {
    if (command && caseId !== recorded) {
      await reports.redirectRequest(command.id, command.hash, caseId);
      recorded = caseId;
    }
    // Never this very case: somebody else may have opened it, and given it up, before this attempt gets to it.
    const successor = newId('case');
    const current = await cases.change(
      caseId,
      { ...change, brandNew: caseId === fresh, commandKept: true },
      openCase(report, { successor, continues }),
    );
    if (current.status === 'open') return taken(current);
    continues = current.continuedIn && caseId;
    const next = whatFollows(current) ?? successor;
    ({ caseId } = await reports.takeOverSubject(customerId, subject, next, caseId));
  }
}

const taken = (current: Case): Taken => ({ current, joined: current.reports > 1 });
