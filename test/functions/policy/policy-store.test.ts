import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isIn, managerOf, Teams } from '../../../functions/policy/policy.ts';
import { policyStore } from '../../../functions/policy/policy-store.ts';
import { PolicyChangedMeanwhile } from '../../../functions/shared/errors.ts';
import { minute } from '../../../functions/shared/now.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const team = (name: string, manager = 'mia', members = ['ann']) => ({ team: name, manager, members });
const teams = ['cards', 'fraud', 'disputes', 'complaints', 'operations'].map((name) => team(name));

let tables: ReturnType<typeof startTables>;
beforeEach(() => {
  tables = startTables();
});
afterEach(() => {
  vi.useRealTimers();
});
const store = (db: Pick<typeof tables.db, 'send'> = tables.db) => policyStore(db, tableNames.POLICIES_TABLE);
const save = (manager: string, by = store()) =>
  by.save('teams', [team('cards', manager), ...teams.slice(1)], 'adam', monday);

describe('the teams', () => {
  test('have each version kept, and the last is in force', async () => {
    expect(await store().latest('teams')).toBeUndefined();
    expect(await save('mia')).toMatchObject({ version: 1, by: 'adam' });
    expect(await save('max')).toMatchObject({ version: 2 });
    expect(await store().latest('teams')).toMatchObject({ version: 2, value: [{ manager: 'max' }, {}, {}, {}, {}] });
  });

  test('saved as they are need no new version', async () => {
    await save('mia');
    expect(await save('mia')).toMatchObject({ version: 1 });
  });

  test('changed by two at once: one is told to look again', async () => {
    const both = await Promise.allSettled([save('mia'), save('max')]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => one.reason)).toEqual([new PolicyChangedMeanwhile('teams')]);
  });

  test('whose saving was answered too late for the network are saved all the same', async () => {
    const losingAnswers = {
      send: async (command: never) => {
        if ((command as unknown) instanceof PutItemCommand) await tables.db.send(command);
        return tables.db.send(command);
      },
    } as Pick<typeof tables.db, 'send'>;
    expect(await save('mia', store(losingAnswers))).toMatchObject({ version: 1 });
  });

  test('are read again after a minute', async () => {
    await save('mia');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
    const reader = store();
    const manager = async () => managerOf(await reader.teams(), 'cards');
    expect(await manager()).toBe('mia');
    await save('max');
    expect(await manager()).toBe('mia');
    vi.advanceTimersByTime(minute);
    expect(await manager()).toBe('max');
  });
});

test('every team that gets tasks has to be there, once', () => {
  expect(Teams.safeParse(teams).success).toBe(true);
  expect(Teams.safeParse(teams.slice(1)).success).toBe(false);
  expect(Teams.safeParse([...teams, team('cards')]).success).toBe(false);
});

test('a manager is in the team, too', () => {
  expect(['mia', 'ann', 'ben'].map((person) => isIn(teams, 'cards', person))).toEqual([true, true, false]);
  expect(managerOf(teams, 'nobody')).toBe('');
});
