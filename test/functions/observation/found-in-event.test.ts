import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundInEvent } from '../../../functions/observation/found-in-event.ts';
import { type ObservationKind, observationKinds, reportOf } from '../../../functions/observation/observation.ts';
import { whyOf } from '../../../functions/observation/words/observation-words.ts';
import { anyFact } from '../../support/any-fact.ts';
import * as f from '../../support/facts.ts';
import { caseId, type Happened, historyOf } from '../../support/given.ts';

const observationOf = (happened: Happened) => {
  const event = historyOf(happened)[0];
  return event && foundInEvent(event);
};
const mail = { mailId: 'm', letter: 'case-closed', to: 'cus_amir' } as const;

const looked: [ObservationKind, Happened][] = [
  ['goodwill', { kind: 'goodwill-granted', data: { amount: 9000, currency: 'EUR', approvalId: f.approvalId() } }],
  ['goodwill-alone', { kind: 'goodwill-granted', data: { amount: 900, currency: 'EUR' } }],
  ['unfrozen', { kind: 'unfrozen', data: { target: 'acc_1', approvalId: f.approvalId() } }],
  ['priority-by-hand', { kind: 'priority-changed', data: { from: 'high', to: 'low', reason: 'less-grave' } }],
  ['step-settled-by-hand', f.completed('failed-step', 'handled')],
  ['clock-stopped', f.waits],
  [
    'survey-left-out',
    { kind: 'case-closed', data: { resolution: 'resolved', reopenUntil: f.reopenUntil, noSurvey: 'sensitive' } },
  ],
  ['case-given-up', f.cancelled],
  ['mail-sent-again', { kind: 'mail-resend-asked', data: mail }],
  ['nothing-worked-on-it', { kind: 'case-reconciled', data: { unexplained: 'run-missing', repair: 'run-started' } }],
  ['freeze-refused', f.freezeRefused('acc_1')],
  ['rule-hit', f.reviewed({ transactionId: 'tx_1', rule: 'amount', department: 'fraud' })],
  ['step-failed', f.taskOpened('failed-step', { step: 'freeze-accounts' })],
  ['mail-bounced', { kind: 'mail-bounced', data: mail }],
  ['mail-not-sent', { kind: 'mail-not-sent', data: { ...mail, reason: 'no-address' } }],
  ['mail-unconfirmed', { kind: 'mail-unconfirmed', data: mail }],
  ['mail-unwanted', { kind: 'mail-complained-about', data: mail }],
  [
    'reminder-not-sent',
    {
      kind: 'reminder-not-sent',
      data: { ...{ taskId: f.taskId('triage'), rung: 1 }, to: 'ann', reason: 'no-address' },
    },
  ],
];

describe('an auditor is told of', () => {
  test.each(looked)('%s, with who, when and which event', (kind, happened) => {
    const { at, by } = historyOf(happened)[0] ?? {};
    expect(observationOf(happened)).toMatchObject({ kind, id: `${caseId}.1`, caseId, seq: 1, at, by });
  });

  test('every kind that an event can be, and the others come from chains, clocks and accesses', () => {
    const elsewhere = ['events-missing', 'promise-broken-unanswered', 'chain-broken'];
    const inEvents = Object.keys(observationKinds).filter(
      (kind) => reportOf({ kind: kind as ObservationKind }) !== 'access',
    );
    expect(inEvents.filter((kind) => !elsewhere.includes(kind)).sort()).toEqual(looked.map(([kind]) => kind).sort());
  });
});

const ordinary: Happened[] = [
  f.opened,
  f.closed,
  f.reviewed(),
  f.taskOpened('triage'),
  f.completed('triage', 'resolved'),
  f.completed('failed-step', 'retry'),
  { kind: 'mail-sent', data: mail },
];
test.each(ordinary)('and of nothing that is as it should be: %o', (happened) =>
  expect(observationOf(happened)).toBeUndefined(),
);

test.each(looked)('%s says why in both languages, with nothing left to fill in', (_, happened) => {
  const observation = observationOf(happened);
  if (!observation) throw new Error('nothing was found');
  for (const language of ['en', 'fa'] as const) {
    expect(whyOf(observation, language)).not.toMatch(/[{}]|undefined|\u2068\u2069/);
    expect(whyOf(observation, language).length).toBeGreaterThan(10);
  }
});

test('whatever happens, nothing that somebody wrote is told: not even what refers to it', () => {
  fc.assert(
    fc.property(anyFact, (fact) => {
      const { noteId, textId } = fact.data as { noteId?: string; textId?: string };
      const told = JSON.stringify(observationOf(fact)?.data ?? {});
      for (const id of [noteId, textId]) if (id) expect(told).not.toContain(id);
    }),
  );
});
