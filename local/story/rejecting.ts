import type { Complaint } from './complaint.ts';
import { slaTable } from './print-sla.ts';
import type { StoryWorld } from './world.ts';

/** Nasrin finds no grounds; she cannot reject it alone, Kamran agrees, and Reza is told. */
export async function rejecting(world: StoryWorld, { reza }: Complaint): Promise<void> {
  const { chapter, check, until, caseOf, api, as, lines, laptop } = world;
  chapter('The complaint is rejected by two people, closed, and Reza is told');
  const [nasrin, kamran] = [api('nasrin'), api('kamran')];
  const taskOf = (what: string) =>
    until(`the complaint goes on to ${what}`, async () =>
      (await caseOf(reza)).tasks.find(({ kind, status }) => kind === what && status !== 'completed'),
    );
  const complete = async (what: string, outcome: 'no-grounds-found' | 'complaint-rejected') => {
    const { taskId } = await taskOf(what);
    await nasrin.completeTask({ path: { taskId }, body: { outcome, note: 'هزینه‌ها مطابق تعرفه است.' } });
  };
  await complete('complaint-investigation', 'no-grounds-found');
  await complete('complaint-response', 'complaint-rejected');
  const asked = await until('a second person is asked', async () => (await caseOf(reza)).approvals[0]);
  check('Nasrin would reject it, and a second person is asked in her name', asked.requestedBy === 'nasrin', asked);
  const decide = `/approvals/${asked.approvalId}/decide`;
  const alone = await (await as('nasrin')).post(decide, { decision: 'approved' });
  check('she may not approve it herself', alone.status === 403, alone.text);
  check('and until then it is open', (await caseOf(reza)).status === 'open');
  await kamran.decideApproval({ path: { approvalId: asked.approvalId }, body: { decision: 'approved' } });
  const closed = await until('it is closed', async () => {
    const seen = await caseOf(reza);
    return seen.status === 'closed' && seen;
  });
  check('Kamran approves, and it is closed as rejected', closed.resolution === 'complaint-rejected', closed.resolution);
  const letters = () => laptop.cloud.inbox.messages('reza@example.com');
  const notice = await until('Reza is told', async () => letters().find(({ tags }) => tags.letter === 'case-closed'));
  check(`Reza is told how it ended: “${notice.subject}”`, true);

  const { clocks } = await nasrin.showSla({ path: { caseId: reza }, query: { explain: '' } });
  const clock = clocks.find((one) => one.clock === 'resolution');
  if (clock) lines(slaTable(clock, 'Asia/Tehran'));
  const sum = (kinds: string[]) =>
    (clock?.ledger ?? []).reduce((all, one) => all + (kinds.includes(one.kind) ? one.milliseconds : 0), 0);
  const all = sum(['running', 'paused', 'out-of-hours', 'holiday', 'not-promised']);
  check('every hour of it is explained, and what was at work is what was used', isExact(), clock);
  function isExact(): boolean {
    return clock?.usedMilliseconds === sum(['running']) && clock.totalMilliseconds === all;
  }
  const { items } = await kamran.timeline({ path: { caseId: reza }, query: {} });
  const kinds = items.map(({ kind }) => kind);
  const steps = [
    'complaint-acknowledged',
    'waiting-started',
    'waiting-ended',
    'reminder-sent',
    'approval-decided',
    'case-closed',
  ] as const;
  const missing = steps.filter((kind) => !kinds.includes(kind));
  check(`all of it stands in the timeline, ${kinds.length} events long`, missing.length === 0, missing);
}
