import { leafOf } from '../../../functions/audit/grow-tree.ts';
import { leafHash, nodeHash } from '../../../functions/audit/merkle.ts';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { fold } from '../../../functions/case/case-store.ts';
import { referTo, salted } from '../../../functions/customer/text.ts';
import type { Evidence } from '../../../functions/evidence/evidence.ts';
import * as f from '../../support/facts.ts';
import { historyOf } from '../../support/given.ts';

const written = { ...salted('Someone paid with my card in Lyon! کارت من ۶۰۳۷ است'), salt: 'c2FsdC1vZi1hbi1leGFtcGxl' };
const noted = { ...salted('Looked at every booking; both were made abroad.'), salt: 'YW5vdGhlci1zYWx0LW9mLWFuLWV4' };
const said = referTo('int_0000000000000001', written);
const note = referTo('note_0000000000000002', noted);
const task = f.taskOpened('fraud-review');

/** Evidence of a case in which a little of everything happened. */
export function sampleEvidence(): Evidence {
  const events = historyOf(
    { by: 'cus_amir', fact: f.opened },
    {
      by: 'cus_amir',
      fact: {
        kind: 'interaction-recorded',
        data: { interactionId: 'int_0000000000000001', channel: 'app', direction: 'inbound', textId: said },
      },
    },
    f.freezePlanned('acc_1', 'card_1'),
    f.frozen('acc_1'),
    f.frozen('card_1'),
    f.freezeCompleted,
    f.investigationOpened,
    task,
    f.claimed('fraud-review', 'fiona'),
    { by: 'fiona', fact: withNote(f.completed('fraud-review', 'fraud', 'fiona')) },
    f.asked(f.unfreeze('acc_1'), 'carla'),
    f.decided('approved', 'cyrus'),
    { by: 'mail', fact: { kind: 'mail-sent', data: { mailId: 'a1b2c3', letter: 'accounts-frozen', to: 'cus_amir' } } },
    f.closed,
    f.invited(),
    { by: 'cus_amir', fact: f.answered(5) },
  );
  const last = events.at(-1);
  const leaf = { index: 0, seq: last?.seq ?? 0, hash: last?.hash ?? '' };
  const sibling = leafHash('another case');
  const root = nodeHash(leafOf({ caseId: last?.caseId ?? '', ...leaf }), sibling);
  return {
    current: fold(events),
    events,
    customer: { name: 'Amir Rahimi', email: 'amir@example.org', language: 'en', timeZone: 'Europe/Berlin' },
    texts: { [said]: written, [note]: noted },
    mails: [
      {
        mailId: 'a1b2c3',
        to: 'cus_amir',
        letter: 'accounts-frozen',
        at: '2026-11-23T09:00:06.000Z',
        subject: 'Your accounts and cards are frozen',
        text: 'Dear Amir Rahimi,\n\nwe have frozen one account and one card.\n\nKind regards,\nBank\n',
        html: '<!doctype html><p>Dear Amir Rahimi, we have frozen one account and one card.</p>\n',
      },
    ],
    runs: [
      {
        runId: 'case_00000000000000000000000001-1',
        status: 'SUCCEEDED',
        startedAt: '2026-11-23T09:00:00.000Z',
        stoppedAt: '2026-11-23T09:00:15.000Z',
        events: [
          { id: 1, type: 'ExecutionStarted' },
          { id: 2, type: 'ExecutionSucceeded' },
        ],
      },
    ],
    clocks: [],
    proof: { root: { size: 2, hash: root }, leaves: [{ ...leaf, proof: { index: 0, size: 2, path: [sibling] } }] },
  };
}

function withNote(happened: ReturnType<typeof f.completed>): CaseFact {
  const fact = 'fact' in happened ? happened.fact : happened;
  return fact.kind === 'task-completed' ? { ...fact, data: { ...fact.data, noteId: note } } : fact;
}
