import { expect, test } from 'vitest';
import type { Item } from '../../../local/table/attribute.ts';
import type { Call } from '../simulator/plan.ts';
import type { World } from '../simulator/world.ts';
import { cellsOf } from './cells.ts';
import { endings, playScript, type Script } from './script.ts';

// F4: the answer to a waiting run never comes, comes late, twice, under an old or a wrong token, when the run was stopped,
// with a failure behind it, or is lost on its way.

const day = 86_400_000;
const waits: Record<string, string> = {
  'task/open-triage.step': '1:triage',
  'task/open-investigation.step': '1:findings',
  'survey/invite-customer.step': '1:survey',
};
const openers = ['task/open-triage.step', 'task/open-investigation.step', 'survey/invite-customer.step'];
const state: Record<string, [string, string]> = {
  'task/open-triage.step': ['case', 'Triage'],
  'task/open-investigation.step': ['investigation', 'Work on findings'],
  'survey/invite-customer.step': ['survey', 'Invite customer'],
};
const isAnswer = ({ operation }: Call) => operation === 'SendTaskSuccess';

/** Does something once, when a run has begun to wait. */
const whenKept =
  (opener: string, doing: (world: World, run: string) => void) =>
  (world: World): void => {
    let done = false;
    world.watchers.add({
      wrote({ table, key, after }) {
        if (done || table !== 'case-views' || !after?.token || text(key.sk) !== waits[opener]) return;
        done = true;
        world.clock.after(1_000, () => doing(world, runOf(text(after.token))));
      },
    });
  };
const text = (of: Item[string] | undefined): string => (of && 'S' in of ? of.S : '');
/** The run that a token is of. */
const runOf = (token: string): string => /arn:[^"]*/.exec(Buffer.from(token, 'base64').toString())?.[0] ?? '';

const callbacks: Record<string, (opener: string) => Script> = {
  'never comes': () => ({ story: { answers: false, every: [31 * day, 33 * day], calmAfter: 130 * day } }),
  'comes when its run was stopped': (opener) => ({
    beside: whenKept(opener, (world, run) => world.stopByHand(run)),
  }),
  'comes with a wrong token': (opener) => ({
    beside: whenKept(opener, ({ engine }) => {
      for (const taskToken of ['', 'made-up'])
        expect(() => engine.sendTaskSuccess({ taskToken, output: '{}' })).toThrow(/token/i);
    }),
  }),
  'has a failure behind it': () => ({
    beside({ engine, note }) {
      const { sendTaskSuccess } = engine;
      engine.sendTaskSuccess = (answer) => {
        const told = sendTaskSuccess(answer);
        expect(() => engine.sendTaskFailure({ ...answer, error: 'TooLate' })).toThrow();
        note('a failure came behind an answer');
        return told;
      };
    },
  }),
  'is lost the first time it is sent': () => {
    let lost = 0;
    return { call: (call) => (isAnswer(call) && lost++ < 3 ? 'lost' : undefined) };
  },
  'gets there, and whoever sent it does not know': () => {
    let unanswered = 0;
    return { call: (call) => (isAnswer(call) && unanswered++ < 3 ? 'unanswered' : undefined) };
  },
  'is sent twice': () => ({ call: (call) => (isAnswer(call) ? 'twice' : undefined) }),
  'comes after ten days': () => ({ story: { every: [4 * day, 10 * day], calmAfter: 20 * day } }),
  'comes when the first attempt to wait was given up and runs on': (opener) => {
    const [machine, stateName] = state[opener] as [string, string];
    return { task: { machine, stateName, fault: { error: 'Lambda.SdkClientException', when: 'after' }, times: 1 } };
  },
  'comes when the first attempt to wait keeps its token last': (opener) => ({
    call: ({ caller, operation, count }) =>
      caller === opener && operation === 'PutItem' && count <= 2 ? 'slow' : undefined,
  }),
};
const cells = openers.flatMap((opener) => Object.keys(callbacks).map((how) => ({ opener, how })));

test.each(cellsOf(cells, 18))('for $opener, an answer that $how ends the wait once', async ({ opener, how }) => {
  const world = await playScript(`${opener} ${how}`, callbacks[how]?.(opener));
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
