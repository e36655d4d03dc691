import type { CaseFact } from '../../functions/case/case-fact.ts';
import { example, exampleTask } from '../../functions/contract/example.ts';
import { after, day, hour, type Instant } from '../../functions/shared/now.ts';

/** The scene plays on a Monday at noon. */
export const sceneTime: Instant = '2026-11-23T12:00:00.000Z';
export type SceneFact = { by: string; at: Instant; fact: CaseFact };

const ago = (hours: number) => after(sceneTime, -hours * hour);
const dueAt = after(sceneTime, day);
type Opening = { customerId: string; subject: string; type?: 'lost-card' | 'suspicious-payment' };

const frozenAndReviewed = (hours: number, { customerId, subject, type = 'lost-card' }: Opening, targets: string[]) => {
  const team = type === 'lost-card' ? 'cards' : 'fraud';
  const channel = type === 'lost-card' ? 'app' : 'detection';
  const by = type === 'lost-card' ? customerId : 'fraud-detection';
  return {
    opened: { by, at: ago(hours), fact: { kind: 'case-opened', data: { type, customerId, subject, channel, team } } },
    frozen: [
      { kind: 'freeze-planned', data: { targets } },
      ...targets.map((target) => ({ kind: 'frozen', data: { target } })),
      { kind: 'freeze-completed', data: { accounts: 1, cards: targets.length - 1 } },
    ].map((fact) => ({ by: 'workflow', at: ago(hours), fact })),
  } as { opened: SceneFact; frozen: SceneFact[] };
};

const workflow = (hours: number, fact: CaseFact): SceneFact => ({ by: 'workflow', at: ago(hours), fact });
const reviewed = (...findings: [string, string, 'fraud' | 'disputes'][]): CaseFact => ({
  kind: 'case-reviewed',
  data: {
    ruleSet: '2026-11-01',
    transactions: 90,
    findings: findings.map(([transactionId, rule, department]) => ({ transactionId, rule, department })),
  },
});
const taskOpened = (of: string, kind: 'triage' | 'fraud-review' | 'dispute-review', team: string): CaseFact => ({
  kind: 'task-opened',
  data: { taskId: exampleTask(of, kind), kind, team, dueAt },
});

const maryam = frozenAndReviewed(6, { customerId: 'cus_maryam', subject: 'card_maryam1' }, [
  'acc_maryam1',
  'card_maryam2',
]);
const james = frozenAndReviewed(30, { customerId: 'cus_james', subject: 'card_james1' }, ['acc_james1', 'card_james1']);
const anna = frozenAndReviewed(60, { customerId: 'cus_anna', subject: 'tx_annaflagged', type: 'suspicious-payment' }, [
  'acc_anna1',
]);
const reza = frozenAndReviewed(50, { customerId: 'cus_reza', subject: 'card_reza1' }, ['acc_reza1', 'card_reza1']);
const triaged = (of: string, team: string, by: string): SceneFact[] => [
  workflow(20, taskOpened(of, 'triage', team)),
  {
    by,
    at: ago(18),
    fact: { kind: 'task-completed', data: { taskId: exampleTask(of, 'triage'), outcome: 'resolved' } },
  },
];
const approvalId = (n: number) => `${example.waiting}.approval.${n}`;

/** What happened in each case of the scene before an example begins. */
export const histories: Record<string, SceneFact[]> = {
  [example.investigated]: [
    maryam.opened,
    ...maryam.frozen,
    workflow(
      5,
      reviewed(['tx_maryamabroad', 'paid-abroad', 'fraud'], ['tx_maryamtwice2', 'charged-twice', 'disputes']),
    ),
    workflow(5, { kind: 'investigation-opened', data: { cycle: 1 } }),
    workflow(5, taskOpened(example.investigated, 'fraud-review', 'fraud')),
    workflow(5, taskOpened(example.investigated, 'dispute-review', 'disputes')),
    {
      by: 'fiona',
      at: ago(2),
      fact: { kind: 'task-claimed', data: { taskId: exampleTask(example.investigated, 'fraud-review') } },
    },
  ],
  [example.complaint]: [
    {
      by: 'cus_maryam',
      at: ago(1),
      fact: {
        kind: 'case-opened',
        data: { type: 'complaint', customerId: 'cus_maryam', subject: 'delay', channel: 'app', team: 'complaints' },
      },
    },
  ],
  [example.ready]: [
    james.opened,
    ...james.frozen,
    workflow(29, reviewed()),
    ...triaged(example.ready, 'cards', 'carla'),
  ],
  [example.closed]: [
    anna.opened,
    ...anna.frozen,
    workflow(59, reviewed()),
    ...triaged(example.closed, 'fraud', 'farid'),
    workflow(17, { kind: 'case-closed', data: { resolution: 'resolved', reopenUntil: after(sceneTime, 29 * day) } }),
    workflow(1, { kind: 'survey-invited', data: { cycle: 1, expiresAt: after(sceneTime, 13 * day) } }),
    {
      by: 'mail',
      at: ago(1),
      fact: {
        kind: 'mail-unconfirmed',
        data: { mailId: example.invitation, letter: 'survey-invitation', to: 'cus_anna' },
      },
    },
  ],
  [example.waiting]: [
    reza.opened,
    ...reza.frozen,
    workflow(49, reviewed()),
    {
      by: 'carla',
      at: ago(40),
      fact: {
        kind: 'waiting-started',
        data: { reason: 'customer-documents', closeAt: after(sceneTime, 12 * day) },
      },
    },
    ...[{ action: 'unfreeze' as const, targets: ['card_reza1'] }].map(
      (request): SceneFact => ({
        by: 'carla',
        at: ago(3),
        fact: { kind: 'approval-requested', data: { approvalId: approvalId(1), request } },
      }),
    ),
  ],
};
