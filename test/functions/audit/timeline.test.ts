import { describe, expect, test } from 'vitest';
import { timelinePage } from '../../../functions/audit/timeline.ts';
import * as f from '../../support/facts.ts';
import { historyOf } from '../../support/given.ts';

const events = historyOf(
  f.opened,
  f.freezePlanned('acc_1'),
  f.frozen('acc_1'),
  f.taskOpened('fraud-review'),
  f.claimed('fraud-review', 'ann'),
  f.completed('fraud-review', 'fraud'),
  f.closed,
);
const all = { limit: 100 };

test('an auditor sees everything: what, when, by whom, and that the chain holds', () => {
  const { items, chain } = timelinePage(events, all, 'any');
  expect(items).toHaveLength(7);
  expect(items[4]).toMatchObject({ seq: 5, kind: 'task-claimed', by: 'ann', at: '2026-11-23T09:00:04.000Z' });
  expect(chain).toMatchObject({ ok: true, length: 7 });
});

test('a customer sees what was done for them, not how colleagues organised it', () => {
  const shown = timelinePage(events, all, 'own');
  expect(shown.items.map(({ kind }) => kind)).toEqual(['case-opened', 'frozen', 'case-closed']);
  expect(JSON.stringify(shown)).not.toMatch(/ann|fraud/);
});

describe('pages', () => {
  test.each(['any', 'own'] as const)('lead through all of it without loss or repetition (%s)', (scope) => {
    const whole = timelinePage(events, all, scope).items;
    for (const limit of [1, 2, 3]) {
      const seen: typeof whole = [];
      let cursor: string | undefined;
      do {
        const page = timelinePage(events, { limit, cursor }, scope);
        seen.push(...page.items);
        cursor = page.next;
      } while (cursor);
      expect(seen).toEqual(whole);
    }
  });

  test('tell that a history was changed, whichever page is looked at', () => {
    const changed = events.map((event) => (event.seq === 2 ? { ...event, by: 'eve' } : event));
    expect(timelinePage(changed, { limit: 1 }, 'any').chain).toMatchObject({ ok: false, seq: 2 });
  });
});
