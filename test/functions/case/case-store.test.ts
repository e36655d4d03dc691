import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { caseStore } from '../../../functions/case/case-store.ts';
import { verifyChain } from '../../../functions/shared/chain.ts';
import { IdempotencyKeyReused } from '../../../functions/shared/errors.ts';
import { newId } from '../../../functions/shared/ids.ts';
import { dying } from '../../support/dying.ts';
import * as f from '../../support/facts.ts';
import { monday } from '../../support/given.ts';
import { startTables, tableNames } from '../../support/tables.ts';

const { db } = startTables();
const cases = caseStore(db, tableNames.CASE_EVENTS_TABLE);
const by = { by: 'ann', at: monday };
const freeze = (target: string) => () => [f.frozen(target)];
const interaction = (id: string): CaseFact => ({
  kind: 'interaction-recorded',
  data: { interactionId: id, channel: 'phone', direction: 'inbound', textId: id },
});

let caseId: string;
beforeEach(async () => {
  caseId = newId('case');
  await cases.change(caseId, { ...by, brandNew: true }, () => [f.opened]);
});

describe('writers at once', () => {
  test('forty of them leave one unbroken chain and lose nothing', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => cases.change(caseId, by, freeze(`acc_${i}`))));
    expect(verifyChain(await cases.history(caseId))).toMatchObject({ ok: true, length: 41 });
    expect(Object.keys((await cases.load(caseId)).freeze)).toHaveLength(40);
  });

  test('each decides on what the other has done', async () => {
    const oncePerTarget = (current: { freeze: object }) =>
      Object.keys(current.freeze).length === 0 ? [f.frozen('acc_1')] : [];
    await Promise.all(Array.from({ length: 10 }, () => cases.change(caseId, by, oncePerTarget)));
    expect(await cases.history(caseId)).toHaveLength(2);
  });

  test('several facts decided at once stay in their order, whoever comes between', async () => {
    const two = (i: number) => () => [f.freezePlanned(`acc_${i}`), f.frozen(`acc_${i}`)];
    const once = (i: number) => (current: { freeze: Record<string, string> }) =>
      two(i)().filter((fact) =>
        fact.kind === 'frozen' ? current.freeze[`acc_${i}`] !== 'frozen' : !current.freeze[`acc_${i}`],
      );
    await Promise.all(Array.from({ length: 8 }, (_, i) => cases.change(caseId, by, once(i))));
    expect(verifyChain(await cases.history(caseId))).toMatchObject({ ok: true, length: 17 });
  });
});

describe('a put whose answer was lost', () => {
  // The network loses the answer, and the SDK sends the same put again.
  const losingAnswers = {
    send: async (command: never) => {
      if ((command as unknown) instanceof PutItemCommand) await db.send(command);
      return db.send(command);
    },
  } as Pick<typeof db, 'send'>;

  test('is found in the table and taken as done', async () => {
    const unlucky = caseStore(losingAnswers, tableNames.CASE_EVENTS_TABLE);
    const current = await unlucky.change(caseId, by, () => [f.freezePlanned('acc_1', 'card_1'), f.frozen('acc_1')]);
    expect(current.freeze).toEqual({ acc_1: 'frozen', card_1: 'planned' });
    expect(verifyChain(await cases.history(caseId))).toMatchObject({ ok: true, length: 3 });
  });

  test('is not mistaken for the put of somebody else', async () => {
    let rival = true;
    const late = {
      send: async (command: never) => {
        if ((command as unknown) instanceof PutItemCommand && rival) {
          rival = false;
          await cases.change(caseId, { ...by, by: 'rival' }, freeze('acc_rival'));
        }
        return db.send(command);
      },
    } as Pick<typeof db, 'send'>;
    await caseStore(late, tableNames.CASE_EVENTS_TABLE).change(caseId, by, freeze('acc_mine'));
    const events = await cases.history(caseId);
    expect(events.map((event) => event.by)).toEqual(['ann', 'rival', 'ann']);
    expect(verifyChain(events).ok).toBe(true);
  });
});

describe('the same request again', () => {
  const command = { id: 'request-1', hash: 'content' };

  test('changes nothing, and is answered with the case as it was after it', async () => {
    const first = await cases.change(caseId, { ...by, command }, () => [interaction('int_1')]);
    await cases.change(caseId, by, () => [interaction('int_2')]);
    await cases.change(caseId, by, () => [f.closed]);
    expect(await cases.change(caseId, { ...by, command }, () => [interaction('int_1')])).toEqual(first);
    expect(await cases.history(caseId)).toHaveLength(4);
  });

  test('is refused when it says something else', async () => {
    await cases.change(caseId, { ...by, command }, () => [interaction('int_1')]);
    const other = cases.change(caseId, { ...by, command: { ...command, hash: 'other' } }, () => [interaction('int_9')]);
    await expect(other).rejects.toThrow(IdempotencyKeyReused);
  });

  test('wins once when it is sent ten times at the same moment', async () => {
    const send = () => cases.change(caseId, { ...by, command }, () => [interaction('int_1')]);
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(answers.every(({ interactions }) => interactions === 1)).toBe(true);
    expect(await cases.history(caseId)).toHaveLength(2);
  });
});

test('a history of more than a megabyte is read to its end', async () => {
  const findings = Array.from({ length: 2500 }, (_, i) => ({
    transactionId: `tx_${i}`,
    rule: 'a-rule-with-quite-a-long-name-to-fill-the-page-of-the-table',
    department: 'fraud' as const,
  }));
  for (let i = 0; i < 5; i++) await cases.change(caseId, by, () => [f.reviewed(...findings)]);
  await cases.change(caseId, by, freeze('acc_last'));
  expect(verifyChain(await cases.history(caseId))).toMatchObject({ ok: true, length: 7 });
});

test('a fact that is not well formed is never written', async () => {
  await expect(cases.change(caseId, by, freeze('not an account'))).rejects.toThrow();
  expect(await cases.history(caseId)).toHaveLength(1);
});

test('a writer that is killed between two facts is completed by deciding again', async () => {
  const decide = (current: { freeze: Record<string, string> }): CaseFact[] => [
    ...(current.freeze.acc_1 ? [] : [f.freezePlanned('acc_1')]),
    ...(current.freeze.acc_1 === 'frozen' ? [] : [f.frozen('acc_1')]),
  ];
  const mortal = dying(db, { call: 2, when: 'after' }); // the history was read, the first fact was written
  await expect(caseStore(mortal.client, tableNames.CASE_EVENTS_TABLE).change(caseId, by, decide)).rejects.toThrow();
  await cases.change(caseId, by, decide);
  const kinds = (await cases.history(caseId)).map((event) => event.fact.kind);
  expect(kinds).toEqual(['case-opened', 'freeze-planned', 'frozen']);
});
