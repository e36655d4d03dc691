import { describe, expect, test } from 'vitest';
import { assignOwner } from '../../../functions/case/assign-owner.ts';
import { transferCase } from '../../../functions/case/transfer-case.ts';
import { CaseIsClosed, InvalidRequest } from '../../../functions/shared/errors.ts';
import { ManagerNeeded } from '../../../functions/shared/refusals.ts';
import { openTriage } from '../../../functions/task/open-triage.ts';
import * as f from '../../support/facts.ts';
import { given, monday } from '../../support/given.ts';
import { adam, ann, ben, mia, teams } from '../../support/teams.ts';

const owner = (who: string) => ({ kind: 'owner-assigned', data: { owner: who } }) as const;

describe('transferring a case', () => {
  const transfer = (team: string) => transferCase({ team, reason: 'needs-other-skills', noteId: 'note_1' }, teams);

  test('records from where, to where and why', () => {
    expect(transfer('fraud')(given(f.opened))).toEqual([
      {
        kind: 'case-transferred',
        data: { from: 'cards', to: 'fraud', reason: 'needs-other-skills', noteId: 'note_1' },
      },
    ]);
  });

  test('to where it is changes nothing', () => expect(transfer('cards')(given(f.opened))).toEqual([]));

  test('to a team that there is not, or of a closed case, is refused', () => {
    expect(() => transfer('mayors')(given(f.opened))).toThrow(InvalidRequest);
    expect(() => transfer('fraud')(given(f.opened, f.closed))).toThrow(CaseIsClosed);
  });

  test('takes the triage along for the new team, and leaves a department its review and the case its context', () => {
    const before = [f.opened, owner('ann'), f.reviewed(), f.taskOpened('dispute-review')] as const;
    const current = given(...before, f.taskOpened('triage'), f.claimed('triage', 'ann'), f.transferred('fraud'));
    expect(current).toMatchObject({
      team: 'fraud',
      findings: [],
      tasks: [
        { kind: 'dispute-review', team: 'disputes' },
        { kind: 'triage', team: 'fraud', status: 'open' },
      ],
    });
    expect(current).not.toHaveProperty('owner');
    expect(current.tasks[1]).not.toHaveProperty('assignee');
  });

  test('before the triage is opened opens it for the new team', () => {
    expect(openTriage(monday)(given(f.opened, f.transferred('fraud')))).toMatchObject([{ data: { team: 'fraud' } }]);
    expect(openTriage(monday)(given(f.paymentFlagged))).toMatchObject([{ data: { team: 'cards' } }]);
  });
});

describe('the owner of a case', () => {
  const assign = (who: string, by = ann) => assignOwner(who, by, teams);

  test('is whoever of its team takes it on, and once is enough', () => {
    expect(assign('ann')(given(f.opened))).toEqual([owner('ann')]);
    expect(assign('ann')(given(f.opened, owner('ann')))).toEqual([]);
    expect(given(f.opened, owner('ann')).owner).toBe('ann');
  });

  test('is changed by the manager of its team or an administrator', () => {
    const owned = given(f.opened, owner('ann'));
    for (const one of [mia, adam]) expect(assign('amy', one)(owned)).toEqual([owner('amy')]);
    expect(() => assign('amy', { id: 'amy', roles: ['agent'] })(owned)).toThrow(new ManagerNeeded('cards'));
    expect(() => assign('amy')(given(f.opened))).toThrow(ManagerNeeded);
  });

  test('is nobody of another team, and nobody new once it is closed', () => {
    expect(() => assign('ben', ben)(given(f.opened))).toThrow(InvalidRequest);
    expect(() => assign('ann')(given(f.opened, f.closed))).toThrow(CaseIsClosed);
  });
});
