import { caseIdOf } from '../../../functions/shared/ids.ts';
import { EscalationReason, ReleaseReason, type Task, taskIn } from '../../../functions/task/task.ts';
import type { World } from '../simulator/world.ts';
import { teams } from './bank.ts';
import { ask } from './client.ts';
import { ada, day, type Errands, hour, minute } from './errands.ts';
import { sendAgain } from './letters.ts';
import { hangTogether } from './links.ts';

/**
 * How likely each move is that no workflow asks for: with a case, with a task, with two cases that hang together, with a
 * letter that may not have gone out; and how often somebody is away.
 */
export type Teamwork = { cases: number; tasks: number; links: number; letters: number; absences: number };
export const alone: Teamwork = { cases: 0, tasks: 0, links: 0, letters: 0, absences: 0 };

/** Colleagues hand cases and tasks to each other, ask each other for more, and are away, at any moment. */
export function workTogether(errands: Errands, { cases, tasks, links, letters, absences }: Teamwork): void {
  const { world, during } = errands;
  const { chance, clock, watchers } = world;
  const later = (most: number, move: () => Promise<unknown>) => during(clock.sleep(chance.between(0, most)).then(move));

  watchers.add({
    wrote(_, event) {
      if (event?.fact.kind === 'case-opened' || event?.fact.kind === 'case-reopened')
        for (const move of withCases)
          if (chance.happens(cases)) later(chance.pick([hour, 3 * day]), () => move(world, event.caseId));
      if (event?.fact.kind !== 'task-opened') return;
      const { taskId } = event.fact.data;
      for (const move of withTasks)
        if (chance.happens(tasks)) later(chance.pick([minute, day]), () => move(world, taskId));
    },
  });
  hangTogether(errands, links);
  sendAgain(errands, letters);
  for (let n = 0; n < absences; n++) later(5 * day, () => beAway(world));
}

const withCases = [transfer, takeOn, askForMore, askWhenDone];
const withTasks = [assign, release, escalate, acknowledge, takeNext];
const reasons = ['needs-other-skills', 'opened-for-the-wrong-team', 'overloaded'] as const;

function transfer(world: World, caseId: string): Promise<unknown> {
  const body = { team: world.chance.pick(teams).team, reason: world.chance.pick(reasons) };
  const key = `ada transfers ${caseId}`;
  return ask(world, () => world.api('POST', `/cases/${caseId}/transfer`, { as: ada, body, key }));
}

/** Somebody of its team answers for it from now on. */
function takeOn(world: World, caseId: string): Promise<unknown> {
  const { manager, members } = peopleOf(world.truth.of(caseId).current.team);
  const owner = world.chance.pick([manager, ...members]);
  const as = { id: owner, roles: '[agent]' };
  return ask(world, () => world.api('POST', `/cases/${caseId}/owner`, { as, body: { owner }, key: `takes ${caseId}` }));
}

function askForMore(world: World, caseId: string): Promise<unknown> {
  const body = { team: world.chance.pick(teams).team, hours: world.chance.pick([1, 48]) };
  return ask(world, () => world.api('POST', `/cases/${caseId}/tasks`, { as: ada, body, key: `more for ${caseId}` }));
}

/** Something more, when a task that is open now is done. */
async function askWhenDone(world: World, caseId: string): Promise<void> {
  const after = world.truth.of(caseId).current.tasks.find(({ status }) => status === 'open' || status === 'claimed');
  if (!after) return;
  const body = { team: world.chance.pick(teams).team, hours: 24, after: after.taskId };
  await ask(world, () => world.api('POST', `/cases/${caseId}/tasks`, { as: ada, body, key: `later for ${caseId}` }));
}

function assign(world: World, taskId: string): Promise<unknown> {
  const { manager, members } = peopleOf(taskNow(world, taskId).team);
  const body = { to: world.chance.pick(members) };
  return post(world, taskId, 'assign', { as: asManager(manager), body });
}

function release(world: World, taskId: string): Promise<unknown> {
  const { team, assignee } = taskNow(world, taskId);
  const as = assignee ? { id: assignee, roles: '[agent]' } : asManager(peopleOf(team).manager);
  return post(world, taskId, 'release', { as, body: { reason: world.chance.pick(ReleaseReason.options) } });
}

function escalate(world: World, taskId: string): Promise<unknown> {
  const { manager } = peopleOf(taskNow(world, taskId).team);
  return post(world, taskId, 'escalate', {
    as: asManager(manager),
    body: { reason: world.chance.pick(EscalationReason.options) },
  });
}

function acknowledge(world: World, taskId: string): Promise<unknown> {
  const { manager, members } = peopleOf(taskNow(world, taskId).team);
  const as = { id: world.chance.pick([manager, ...members]), roles: '[agent]' };
  return post(world, taskId, 'acknowledge', { as });
}

function takeNext(world: World, taskId: string): Promise<unknown> {
  const { team } = taskNow(world, taskId);
  const as = { id: world.chance.pick(peopleOf(team).members), roles: '[agent]' };
  return ask(world, () => world.api('POST', `/teams/${team}/next`, { as, key: `next after ${taskId}` }));
}

/** Whoever is away comes back, and says so. */
async function beAway(world: World): Promise<void> {
  const person = world.chance.pick(teams.flatMap(({ members }) => members));
  const as = { id: person, roles: '[agent]' };
  const say = (absent: boolean) =>
    ask(world, () => world.api('PUT', `/people/${person}/absence`, { as, body: { absent } }));
  await say(true);
  await world.clock.sleep(world.chance.between(hour, 2 * day));
  await say(false);
}

const post = (world: World, taskId: string, what: string, asked: object): Promise<unknown> =>
  ask(world, () => world.api('POST', `/tasks/${taskId}/${what}`, { ...asked, key: `${what} ${taskId}` }));

const taskNow = ({ truth }: World, taskId: string): Task => taskIn(truth.of(caseIdOf(taskId)).current, taskId) as Task;
const asManager = (id: string) => ({ id, roles: '[agent manager]' });

function peopleOf(team: string): (typeof teams)[number] {
  const found = teams.find((one) => one.team === team);
  if (!found) throw new Error(`There is no team ${team}`);
  return found;
}
