import type { CaseStore } from '../case/case-store.ts';
import type { TaskRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';
import { type Absences, isIn, manages, type Teams } from '../policy/policy.ts';
import type { PolicyStore } from '../policy/policy-store.ts';
import type { Caller, Scope } from '../shared/caller.ts';
import { caseIdOf } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';
import { ManagerNeeded } from '../shared/refusals.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { ColleagueNotFound } from '../shared/team-errors.ts';
import { giveBack } from './release-task.ts';

type World = { cases: CaseStore; views: Pick<CaseViewStore, 'list'>; policies: Pick<PolicyStore, 'absences' | 'save'> };
export type Absence = { person: string; absent: boolean; until?: string | undefined };

/**
 * Somebody is not there, or is back. What they had goes back to its teams, where others find it in its place by due
 * time. Saying the same again gives back what an interruption had left.
 * @returns the tasks that went back
 * @throws PolicyChangedMeanwhile
 */
export async function sayAbsent(world: World, { person, absent, until }: Absence, by: string, at: Instant) {
  const before = await world.policies.absences();
  const others = before.filter((one) => one.person !== person && !(one.until && one.until <= at));
  const after: Absences = absent ? [...others, { person, ...(until && { until }) }] : others;
  await world.policies.save('absences', after, by, at);
  return absent ? giveAllBack(world, person, by, at) : [];
}

async function giveAllBack({ cases, views }: World, person: string, by: string, at: Instant): Promise<string[]> {
  const given: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.list<TaskRow>('personTasks', person, { limit: 100, ...(cursor && { cursor }) });
    await sideBySide(page.items, async ({ task: { taskId } }) => {
      await cases.change(caseIdOf(taskId), { by, at }, giveBack(taskId, person));
      given.push(taskId);
    });
    cursor = page.next;
  } while (cursor);
  return given.sort();
}

/** People say so of themselves, managers of their people, administrators of anyone. @throws ColleagueNotFound, ManagerNeeded */
export function mustSpeakFor(person: string, teams: Teams, { caller, scope }: { caller: Caller; scope: Scope }): void {
  const theirs = teams.filter(({ team }) => isIn(teams, team, person)).map(({ team }) => team);
  const [first] = theirs;
  if (!first) throw new ColleagueNotFound(person);
  if (person === caller.id || scope === 'any') return;
  const managed = scope === 'team' && theirs.some((team) => manages(teams, team, caller));
  if (!managed) throw new ManagerNeeded(first);
}
