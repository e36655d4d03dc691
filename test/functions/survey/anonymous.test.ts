import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaseFact } from '../../../functions/case/case-fact.ts';
import { customerRecordStore } from '../../../functions/customer/customer-record-store.ts';
import { exportCustomer } from '../../../functions/customer/export-customer.ts';
import { personStore } from '../../../functions/customer/person-store.ts';
import { versionStore } from '../../../functions/policy/version-store.ts';
import { ballotName, linkName } from '../../../functions/survey/anonymity.ts';
import type { SurveyDefinition } from '../../../functions/survey/definition.ts';
import { definitionStore } from '../../../functions/survey/definition-store.ts';
import { shownFormFor } from '../../../functions/survey/form-token.ts';
import { publicEventOf } from '../../../functions/survey/tell-others.ts';
import { waitingFor } from '../../../functions/task/wait.ts';
import { askCustomer, expiresAt, surveyPages } from '../../support/asked-customer.ts';
import { startEntries } from '../../support/entries.ts';
import { monday } from '../../support/given.ts';
import { httpEvent } from '../../support/http-event.ts';
import { amir, mailWorld } from '../../support/mail-world.ts';
import { postOffice } from '../../support/post-office.ts';
import { afterCase } from '../../support/survey-form.ts';
import { tableNames } from '../../support/tables.ts';
import { taskWorld } from '../../support/task-world.ts';

const { db, answered } = await startEntries({});
const world = mailWorld(db, postOffice());
const { cases, vault, invitations } = world;
const { waits } = taskWorld(db);
const definitions = definitionStore(versionStore(db, tableNames.POLICIES_TABLE));
const anonymous: SurveyDefinition = { ...afterCase, anonymous: true, questions: afterCase.questions.slice(0, 2) };

const { show, answer } = await surveyPages();
const survey = await definitions.save('how-are-we', anonymous, 'ada', monday);
const ref = { id: survey.id, version: survey.version };
const invited = { cycle: 1, expiresAt, survey: ref, anonymous: true } as const;

let customerId: string;
let caseId: string;
let token: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  ({ customerId, caseId, token } = await askCustomer(world, { invited: { kind: 'survey-invited', data: invited } }));
});
afterEach(() => vi.useRealTimers());

const happens = (...facts: CaseFact[]) => cases.change(caseId, { by: 'workflow', at: monday }, () => facts);
const get = (link = token) => show(httpEvent({ path: { token: link } }));
const post = (form: Record<string, string>, link = token) =>
  answer(
    httpEvent({
      path: { token: link },
      body: new URLSearchParams({ _form: shownFormFor(link, 0, '2026-11-23T08:00:00.000Z'), ...form }).toString(),
    }),
  );
const everything = async () =>
  (await Promise.all(Object.values(tableNames).map((TableName) => db.send(new ScanCommand({ TableName }))))).flatMap(
    ({ Items = [] }) => Items,
  );
const ballots = async () =>
  (await everything()).filter(({ pk }) => pk?.S?.startsWith(`ballots#${survey.id}#${survey.version}#`));
const ballotOf = async (link = token) => (await ballots()).filter(({ sk }) => sk?.S === ballotName(link));
const lastFact = async () => (await cases.history(caseId)).at(-1)?.fact;

describe('the answer to an anonymous survey', () => {
  test('stands in the history as somebody having taken part, and not as what they said', async () => {
    expect((await post({ satisfaction: '1', 'went-wrong': 'too-slow' })).statusCode).toBe(200);
    const { id, version } = survey;
    expect(await lastFact()).toEqual({
      kind: 'survey-answered',
      data: { cycle: 1, survey: { id, version }, version: 1, anonymous: true, link: linkName(token) },
    });
  });

  test('is kept where nothing leads from it to a person, a case, a link or a time', async () => {
    await post({ satisfaction: '1', 'went-wrong': 'too-slow' });
    const [ballot, ...more] = await ballotOf();
    expect(more).toEqual([]);
    expect(Object.keys(ballot ?? {}).sort()).toEqual(['dueAt', 'dueList', 'pk', 'row', 'sk']);
    const { box, name, answers } = JSON.parse(ballot?.row?.S ?? '{}');
    expect({ ...box, name }).toEqual({ survey: { id: survey.id, version: survey.version }, name: ballotName(token) });
    expect(answers).toMatchObject([
      { question: 'satisfaction', value: 1 },
      { question: 'went-wrong', choices: ['too-slow'] },
    ]);
    expect(JSON.stringify(ballot)).not.toMatch(/20\d\d-\d\d|case_|cus_/);
  });

  test('cannot be found from anything that is stored: only the link of the mail leads to it', async () => {
    await post({ satisfaction: '1' });
    const elsewhere = (await everything()).filter(({ sk }) => sk?.S !== ballotName(token));
    expect(JSON.stringify(elsewhere)).toContain(linkName(token));
    expect(JSON.stringify(elsewhere)).not.toContain(ballotName(token));
    expect(JSON.stringify(await everything())).not.toContain(token);
  });

  test('leads to no call, whatever it is, and tells others neither who nor what', async () => {
    await post({ satisfaction: '1' });
    const events = await cases.history(caseId);
    const told = publicEventOf(events.at(-1) as (typeof events)[number], await cases.load(caseId));
    expect(told).toMatchObject({ type: 'survey.taken-part', detail: { survey: survey.id } });
    expect(JSON.stringify(told)).not.toMatch(/case_|cus_|detractor|satisfaction/);
  });

  test('stops the reminders: the run that waits is told that there is one', async () => {
    await waits.put(caseId, waitingFor.survey(1), { token: `token-${caseId}`, turn: '' }, monday);
    await post({ satisfaction: '3' });
    expect(answered).toContain(`token-${caseId}`);
  });

  test('can be given once: neither the same link nor another of the same survey gives a second', async () => {
    const reminder = await invitations.issue({ caseId, cycle: 1 });
    await post({ satisfaction: '5' });
    expect((await post({ satisfaction: '1' })).statusCode).toBe(200);
    expect((await post({ satisfaction: '1' }, reminder)).body).toContain('You have taken part already');
    expect((await ballotOf()).map(({ row }) => JSON.parse(row?.S ?? '').answers[0].value)).toEqual([5]);
    expect(await ballotOf(reminder)).toEqual([]);
    expect((await cases.history(caseId)).filter(({ fact }) => fact.kind === 'survey-answered')).toHaveLength(1);
  });

  test('given by two links at the same moment is one answer', async () => {
    const reminder = await invitations.issue({ caseId, cycle: 1 });
    await Promise.all([post({ satisfaction: '5' }), post({ satisfaction: '1' }, reminder)]);
    expect([...(await ballotOf()), ...(await ballotOf(reminder))]).toHaveLength(1);
  });

  test('is completed by sending the form again, when it was noted and the process died before it was kept', async () => {
    const data = { cycle: 1, version: 1, anonymous: true, link: linkName(token) } as const;
    await happens({ kind: 'survey-answered', data });
    expect(await ballotOf()).toEqual([]);
    await post({ satisfaction: '4' });
    expect(await ballotOf()).toHaveLength(1);
  });

  test('is shown to nobody, not even behind its own link', async () => {
    await post({ satisfaction: '2' });
    const page = await get();
    expect(page.body).toContain('we know that you answered, and not what');
    expect(page.body).not.toContain('<form');
  });

  test('is in nothing that is handed out about its customer, and stays when all that is known of them goes', async () => {
    await post({ satisfaction: '2', 'went-wrong': 'not-told' });
    const people = personStore(db, tableNames.VAULT_TABLE);
    const records = customerRecordStore(db, tableNames.CUSTOMER_RECORDS_TABLE);
    const views = { list: async () => ({ items: [{ caseId, customerId }] }) } as never;
    const all = JSON.stringify(await exportCustomer({ cases, people, records, views }, customerId));
    expect(all).toContain('survey-answered');
    expect(all).not.toMatch(/not-told|"satisfaction"|ballot/);
    await people.forgetAll(customerId, monday);
    expect(await ballotOf()).toHaveLength(1);
  });

  test('that is not complete comes back as it was filled in, and leaves no trace', async () => {
    const before = await cases.history(caseId);
    expect((await post({ 'went-wrong': 'too-slow' })).statusCode).toBe(422);
    expect(await cases.history(caseId)).toEqual(before);
  });

  test('that comes too late is not taken: who is known to be late is known', async () => {
    vi.setSystemTime(Date.parse('2026-12-08T09:00:00.000Z'));
    expect((await post({ satisfaction: '2' })).statusCode).toBe(410);
    expect(await ballotOf()).toEqual([]);
  });
});

describe('the page', () => {
  test('says what is promised and what follows from it, before it asks', async () => {
    const { body } = await get();
    expect(body.indexOf('This survey is anonymous')).toBeLessThan(body.indexOf('<form'));
    expect(body).toContain('10 answers together');
    expect(body).toContain('can neither see nor change your answer later');
  });

  test('says so in Persian', async () => {
    await vault.putContact(customerId, { ...amir, language: 'fa' });
    const { body } = await get();
    expect(body).toContain('این نظرسنجی بی‌نام است');
    expect(body).toContain('۱۰ پاسخ با هم');
  });

  test('names no case', async () => {
    expect((await get()).body).not.toContain('This is about your case');
  });
});
