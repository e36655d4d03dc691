import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import { ask } from './client.ts';
import { ada, carla, day, type Errands, hour, minute } from './errands.ts';
import { written } from './words.ts';

/** What people come to think of while a case goes its way; how likely each is. */
export type Thoughts = {
  cancel: number;
  priority: number;
  wait: number;
  approval: number;
  /** To close it by hand, whether or not that is possible. */
  close: number;
  /** After a case was closed or cancelled, at most so often in a life. */
  reopen: number;
  reopens: number;
};
export const none: Thoughts = { cancel: 0, priority: 0, wait: 0, approval: 0, close: 0, reopen: 0, reopens: 0 };

/** People change their minds about cases: through the ways in that there are, at any moment. */
export function changeMinds(errands: Errands, thoughts: Thoughts): void {
  const { world, during } = errands;
  const { chance, clock, watchers } = world;
  let reopened = 0;
  const later = (most: number, errand: () => Promise<unknown>) =>
    during(clock.sleep(chance.between(0, most)).then(errand));

  function thinkAbout({ caseId, fact }: CaseEvent): void {
    if (fact.kind === 'case-opened') {
      if (chance.happens(thoughts.cancel)) later(chance.pick([minute, hour, 3 * day]), () => cancel(errands, caseId));
      if (chance.happens(thoughts.priority)) later(2 * day, () => changePriority(errands, caseId));
      if (chance.happens(thoughts.close)) later(chance.pick([hour, 2 * day]), () => close(errands, caseId));
      if (chance.happens(thoughts.wait)) later(chance.pick([hour, day]), () => waitForCustomer(errands, caseId));
    }
    // While its accounts are being frozen one after another.
    if (fact.kind === 'freeze-planned' && chance.happens(thoughts.cancel)) during(cancel(errands, caseId));
    if (fact.kind === 'freeze-completed' && chance.happens(thoughts.approval))
      later(2 * day, () => askForApproval(errands, caseId));
    const over = fact.kind === 'case-closed' || fact.kind === 'case-cancelled';
    if (!over || reopened >= thoughts.reopens || !chance.happens(thoughts.reopen)) return;
    reopened++;
    later(chance.pick([minute, 2 * day, 5 * day, 40 * day]), () => reopen(errands, caseId));
  }

  watchers.add({ wrote: (_, event) => event && thinkAbout(event) });
}

const reasons = {
  cancel: ['opened-by-mistake', 'duplicate', 'customer-withdrew', 'not-our-responsibility'],
  priority: ['customer-at-risk', 'deadline', 'happened-before', 'less-grave'],
  reopen: ['not-solved', 'new-information', 'danger-is-back', 'closed-by-mistake', 'thank-you'],
} as const;

async function cancel({ world }: Errands, caseId: string): Promise<void> {
  const { api, chance } = world;
  const post = (body: object) => ask(world, () => api('POST', `/cases/${caseId}/cancel`, { as: carla, body, ...key }));
  const reason = chance.pick(reasons.cancel);
  const key = chance.happens(0.5) ? { key: `carla cancels ${caseId}` } : {};
  if (
    chance.happens(0.3) &&
    (await api('POST', `/cases/${caseId}/cancel`, { as: carla, body: { reason } })).status < 300
  )
    return;
  await post({ reason, accounts: chance.pick(['keep-frozen', 'unfreeze', 'unfreeze']) });
}

async function close({ world }: Errands, caseId: string): Promise<void> {
  const { api, chance } = world;
  const body = { resolution: chance.pick(['resolved', 'customer-withdrew', 'complaint-rejected']) };
  await ask(world, () => api('POST', `/cases/${caseId}/close`, { as: carla, body, key: `carla closes ${caseId}` }));
}

async function changePriority({ world }: Errands, caseId: string): Promise<void> {
  const { api, chance } = world;
  const body = { priority: chance.pick(['low', 'high', 'urgent']), reason: chance.pick(reasons.priority) };
  await ask(world, () => api('POST', `/cases/${caseId}/priority`, { as: carla, body, key: `urgent ${caseId}` }));
}

/** The customer writes after a while, or a colleague goes on without them, or nobody says anything. */
async function waitForCustomer({ world }: Errands, caseId: string): Promise<void> {
  const { api, chance, clock, truth } = world;
  const body = { for: chance.pick(['customer-information', 'customer-documents']) };
  await ask(world, () => api('POST', `/cases/${caseId}/wait`, { as: carla, body, key: `carla waits ${caseId}` }));
  const next = chance.pick(['writes', 'resumes', 'silence']);
  if (next === 'silence') return;
  await clock.sleep(chance.between(hour, 16 * day));
  if (next === 'resumes') return void (await ask(world, () => api('POST', `/cases/${caseId}/resume`, { as: carla })));
  const as = { id: truth.of(caseId).current.customerId, roles: '[customer]' };
  const said = { channel: 'email', direction: 'inbound', text: written('Here is what you asked for.') };
  await ask(world, () => api('POST', `/cases/${caseId}/interactions`, { as, body: said, key: `answers ${caseId}` }));
}

async function askForApproval({ world }: Errands, caseId: string): Promise<void> {
  const { api, chance, truth } = world;
  const { freeze } = truth.of(caseId).current;
  const targets = Object.keys(freeze).filter((target) => freeze[target] === 'frozen' && chance.happens(0.7));
  const request =
    targets.length > 0 && chance.happens(0.6)
      ? { action: 'unfreeze', targets }
      : { action: 'goodwill-payment', amount: chance.pick([20_00, 90_00]), currency: 'EUR' };
  const key = `carla asks ${caseId}`;
  await ask(world, () => api('POST', `/cases/${caseId}/approvals`, { as: carla, body: { request }, key }));
}

async function reopen({ world }: Errands, caseId: string): Promise<void> {
  const { api, chance, truth } = world;
  const customer = { id: truth.of(caseId).current.customerId, roles: '[customer]' };
  const as = chance.pick([customer, carla, ada]);
  const body = { reason: chance.pick(reasons.reopen), channel: 'app' };
  await ask(world, () => api('POST', `/cases/${caseId}/reopen`, { as, body, key: `reopen ${caseId}` }));
}
