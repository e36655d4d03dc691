import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseFact } from '../../functions/case/case-fact.ts';
import { caseStore } from '../../functions/case/case-store.ts';
import { runName } from '../../functions/case/case-workflow.ts';
import { newId } from '../../functions/shared/ids.ts';
import { invitationStore } from '../../functions/survey/invitation-store.ts';
import * as f from '../support/facts.ts';
import { monday } from '../support/given.ts';
import { tableNames } from '../support/tables.ts';
import { customersOver } from './customers.ts';
import { type Actor, actors, type Relation } from './matrix.ts';

/** The object of a cell, by what a path calls it. */
export type Objects = Record<
  | 'campaignId'
  | 'page'
  | 'action'
  | 'surveyId'
  | 'period'
  | 'caseId'
  | 'other'
  | 'taskId'
  | 'approvalId'
  | 'runId'
  | 'mailId'
  | 'machine'
  | 'personId'
  | 'token'
  | 'team',
  string
>;

const settled: CaseFact[] = [f.freezePlanned('acc_1'), f.frozen('acc_1'), f.freezeCompleted, f.reviewed()];

/** Makes a case with a task, an approval and a survey that stand to the caller as the relation says. */
export function objectsOver(db: DynamoDBClient) {
  const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
  const invitations = invitationStore(db, tableNames.CASE_VIEWS_TABLE);

  const customerFor = customersOver(db);

  async function happen(caseId: string, by: string, ...facts: CaseFact[]) {
    await cases.change(caseId, { by, at: monday }, () => facts);
  }

  return async function objectsFor(path: string, relation: Relation, actor: Actor): Promise<Objects> {
    const me: string = actors[actor].id;
    const caseId = newId('case');
    const kind = relation === 'other-team' ? 'fraud-review' : 'triage';
    const team = { 'other-team': 'fraud', unknown: 'nobody-knows' }[relation as string] ?? 'cards';
    const taskId = f.taskId(kind, caseId);
    const approvalId = f.approvalId(1, caseId);
    const objects = {
      campaignId: `campaign_${'0'.repeat(26)}`,
      page: '1',
      action: 'start',
      surveyId: 'after-case',
      period: '2020-01',
      caseId,
      other: newId('case'),
      taskId,
      approvalId,
      machine: 'case',
      runId: runName(caseId, 1, 1),
      mailId: 'a'.repeat(32),
      personId: me,
      token: 'none',
      team,
    };
    if (path.startsWith('/customers/')) return { ...objects, personId: await customerFor(path, relation, actor) };
    if (relation === 'unknown') return { ...objects, personId: 'somebody-new' };
    if (relation === 'others') objects.personId = 'amy';

    // Whoever answers two surveys in one moment is no person.
    const somebody = path.startsWith('/surveys/') ? newId('cus') : 'cus_somebody';
    const customerId = relation === 'own' && path.includes('{caseId}') ? me : somebody;
    const opening = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team } as const;
    await happen(caseId, 'app', { kind: 'case-opened', data: opening }, ...settled);
    if (/merge|links/.test(path)) await happen(objects.other, 'app', { kind: 'case-opened', data: opening });
    if (path.includes('{taskId}')) {
      await happen(caseId, 'workflow', f.taskOpened(kind, { in: caseId }));
      const holder = { own: me, others: 'amy' }[relation as string];
      if (holder) await happen(caseId, holder, { kind: 'task-claimed', data: { taskId } });
    } else if (!path.includes('{token}')) {
      await happen(caseId, 'workflow', f.taskOpened('triage', { in: caseId }));
      await happen(caseId, 'amy', {
        kind: 'task-completed',
        data: { taskId: f.taskId('triage', caseId), outcome: 'resolved' },
      });
    }
    if (relation === 'others') await happen(caseId, 'amy', { kind: 'owner-assigned', data: { owner: 'amy' } });
    if (path.includes('{approvalId}')) {
      const asking = { approvalId, request: f.unfreeze('acc_1') };
      await happen(caseId, relation === 'own' ? me : 'amy', { kind: 'approval-requested', data: asking });
    }
    if (path.includes('{mailId}')) {
      const mail = { mailId: objects.mailId, letter: 'survey-invitation', to: customerId } as const;
      await happen(caseId, 'mail', { kind: 'mail-unconfirmed', data: mail });
    }
    if (path.includes('{token}')) {
      await happen(caseId, 'workflow', f.closed, f.invited('2999-01-01T00:00:00.000Z'));
      return { ...objects, token: await invitations.issue({ caseId, cycle: 1 }) };
    }
    return objects;
  };
}
