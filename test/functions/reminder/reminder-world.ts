import { beforeEach } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { fold } from '../../../functions/case/case-store.ts';
import { caseViewStore } from '../../../functions/case/case-view-store.ts';
import { dueListStore } from '../../../functions/case/due-list-store.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import { newId } from '../../../functions/shared/ids.ts';
import type { TaskKind } from '../../../functions/task/task.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { startTables, tableNames } from '../../support/tables.ts';

type Db = ReturnType<typeof startTables>['db'];
type Office = ReturnType<typeof postOffice>;
type NewTask = { kind?: TaskKind; dueAt?: string; claimedBy?: string };

const worldOf = (client: Db, office: Office) => ({
  ...mailWorld(client, office),
  views: {
    ...caseViewStore(client, tableNames.CASE_VIEWS_TABLE),
    ...dueListStore(client, tableNames.CASE_VIEWS_TABLE),
  },
  policies: policyStore(client, tableNames.POLICIES_TABLE),
});

/** Tables of its own for each test, as a sweep sees all that is due; ann and ben, whose manager is mia. */
export function reminderWorld() {
  let tables: ReturnType<typeof startTables> | undefined;
  let office = postOffice();
  let world: ReturnType<typeof worldOf>;

  async function begin(): Promise<void> {
    tables = startTables();
    office = postOffice();
    world = worldOf(tables.db, office);
    const team = (name: string) => ({ team: name, manager: 'mia', members: ['ann', 'ben'] });
    await world.policies.save('teams', ['cards', 'fraud', 'disputes', 'operations'].map(team), 'adam', monday);
    for (const person of ['ann', 'ben', 'mia']) await movesTo(person, 'UTC');
  }
  const movesTo = (person: string, timeZone: string) =>
    world.vault.putContact(person, { ...amir, name: person, email: `${person}@bank.example`, timeZone });

  /** Brings the list of what is due up to date, as the stream does. */
  async function list(caseId: string): Promise<void> {
    const events = await world.cases.history(caseId);
    const current = fold(events);
    await world.views.project(current, events.length, current.tasks);
  }
  async function happens(caseId: string, by: string, ...facts: CaseFact[]): Promise<void> {
    await world.cases.change(caseId, { by, at: monday }, () => facts);
    await list(caseId);
  }

  beforeEach(begin);
  return {
    begin,
    happens,
    list,
    movesTo,
    world: () => world,
    db: () => tables?.db as Db,
    office: () => office,
    /** The same world through another client, for a sweep of its own. */
    anotherWorld: (client: (db: Db) => Db = (db) => db) => worldOf(client(tables?.db as Db), office),
    /** A case with an open task, in the list of what is due. */
    async openTask({ kind = 'triage', dueAt = monday, claimedBy = '' }: NewTask = {}): Promise<string> {
      const caseId = newId('case');
      const taskId = f.taskId(kind, caseId);
      const facts = [f.opened, f.taskOpened(kind, { in: caseId, dueAt })];
      await world.cases.change(caseId, { by: 'app', at: monday, brandNew: true }, () => facts);
      const claim: CaseFact = { kind: 'task-claimed', data: { taskId } };
      if (claimedBy) await world.cases.change(caseId, { by: claimedBy, at: monday }, () => [claim]);
      await list(caseId);
      return caseId;
    },
    /** What the timeline tells of reminders: which rung, whom, and why not. */
    async remindersIn(caseId: string): Promise<(string | undefined)[][]> {
      const events = await world.cases.history(caseId);
      return events.flatMap(({ fact }) => {
        if (fact.kind === 'reminder-sent') return [[fact.data.name, fact.data.to]];
        return fact.kind === 'reminder-not-sent' ? [[fact.data.name, fact.data.to, fact.data.reason]] : [];
      });
    },
    posted: () => office.posted.map((mail) => mail.to.split('@')[0]).sort(),
  };
}
