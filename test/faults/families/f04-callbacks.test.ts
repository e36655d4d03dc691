import { expect, test } from 'vitest';
import type { Call } from '../simulator/plan.ts';
import { endings, playScript, type Script } from './script.ts';

// F4: the answer to a waiting run comes late, twice, under an old token, or is lost on its way.

const day = 86_400_000;
const openers = ['task/open-triage.step', 'task/open-investigation.step', 'survey/invite-customer.step'];
const state: Record<string, [string, string]> = {
  'task/open-triage.step': ['case', 'Triage'],
  'task/open-investigation.step': ['investigation', 'Work on findings'],
  'survey/invite-customer.step': ['survey', 'Invite customer'],
};
const isAnswer = ({ operation }: Call) => operation === 'SendTaskSuccess';

const callbacks: Record<string, (opener: string) => Script> = {
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

test.each(cells)('for $opener, an answer that $how ends the wait once', async ({ opener, how }) => {
  const world = await playScript(`${opener} ${how}`, callbacks[how]?.(opener));
  expect(world.broken).toEqual([]);
  expect(endings(world)).toEqual(['closed']);
});
