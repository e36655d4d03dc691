import { beforeEach, describe, expect, test } from 'vitest';
import { fold } from '../../../functions/case/case-store.ts';
import type { PublicEvent } from '../../../functions/event-bus/public-event.ts';
import { versionStore } from '../../../functions/policy/version-store.ts';
import { hour, after as later } from '../../../functions/shared/now.ts';
import { closeTheLoop, type LoopEvent } from '../../../functions/survey/close-the-loop.ts';
import { rulesStore } from '../../../functions/survey/rules-store.ts';
import type { SurveyAnswer } from '../../../functions/survey/survey-fact.ts';
import { surveyWorkflow } from '../../../functions/survey/survey-workflow.ts';
import { publicEventOf } from '../../../functions/survey/tell-others.ts';
import { taskIdFor } from '../../../functions/task/task.ts';
import * as f from '../../support/facts.ts';
import { caseId as givenCase, historyOf, monday } from '../../support/given.ts';
import { stepFunctions } from '../../support/step-functions.ts';
import { startTables, tableNames } from '../../support/tables.ts';
import { openedCase, taskWorld } from '../../support/task-world.ts';

const { db } = startTables();
const rules = rulesStore(versionStore(db, tableNames.POLICIES_TABLE));
let runs: ReturnType<typeof stepFunctions>;
let world: Parameters<typeof closeTheLoop>[0];
let caseId: string;
beforeEach(async () => {
  runs = stepFunctions();
  world = { ...taskWorld(db, runs), rules, surveys: surveyWorkflow(runs.client, 'survey') };
  caseId = await openedCase(world);
  await world.cases.change(caseId, { by: 'workflow', at: monday }, () => [f.closed]);
});

const responded = (more: object = {}): LoopEvent => ({
  ...{ type: 'survey.responded', at: monday, caseId, cycle: 1, round: 1, detractor: true },
  ...more,
});
const tasks = async () => (await world.cases.load(caseId)).tasks;

describe('a customer who was not content', () => {
  test('is called by the team that had the case, within a time of its own, and once however often it is told', async () => {
    await closeTheLoop(world, responded(), monday);
    await closeTheLoop(world, responded(), later(monday, hour));
    expect(await tasks()).toMatchObject([
      {
        taskId: taskIdFor(caseId, 1, 'survey-recovery'),
        kind: 'survey-recovery',
        team: 'cards',
        dueAt: later(monday, 24 * hour),
      },
    ]);
  });

  test('is asked again some time after the call, by a run that starts once', async () => {
    const ended: LoopEvent = { type: 'recovery.ended', at: monday, caseId, cycle: 1, outcome: 'recovered' };
    await closeTheLoop(world, ended, monday);
    await closeTheLoop(world, ended, monday);
    expect(runs.started).toMatchObject([
      {
        name: `${caseId}-1-survey-2`,
        input: { caseId, cycle: 1, round: 2, inviteAt: later(monday, 48 * hour), reminders: 1 },
      },
    ]);
  });

  test('is not asked again when nobody reached them, nor called again about the second answer', async () => {
    const ended: LoopEvent = { type: 'recovery.ended', at: monday, caseId, cycle: 1, outcome: 'unreachable' };
    await closeTheLoop(world, ended, monday);
    await closeTheLoop(world, responded({ round: 2 }), monday);
    await closeTheLoop(world, responded({ detractor: false }), monday);
    expect(runs.started).toEqual([]);
    expect(await tasks()).toEqual([]);
  });

  test('is not called about a case that was taken up again meanwhile: somebody works on it anyway', async () => {
    const reopened = { kind: 'case-reopened', data: { cycle: 2, reason: 'not-solved' } } as const;
    await world.cases.change(caseId, { by: 'ann', at: monday }, () => [reopened]);
    await closeTheLoop(world, responded(), monday);
    expect(await tasks()).toEqual([]);
  });
});

describe('what others are told', () => {
  const told = (...facts: Parameters<typeof historyOf>) => {
    const events = historyOf(f.opened, f.closed, f.invited(), ...facts);
    const last = events.at(-1);
    return last && publicEventOf(last, fold(events));
  };
  const answers: SurveyAnswer[] = [
    { question: 'satisfaction', kind: 'csat', value: 1, from: 1, to: 5 },
    { question: 'went-wrong', kind: 'choice', choices: ['too-slow'], offered: ['too-slow', 'not-told'] },
    { question: 'comment', kind: 'text', textId: 'comment_1' },
  ];

  test('of an answer is numbers, choices and ids; that something was written, and never what', () => {
    const data = { cycle: 1, survey: { id: 'after-case', version: 2 }, version: 1, answers };
    const event = told({ kind: 'survey-answered', data: { ...data, language: 'fa', channel: 'web', detractor: true } });
    expect(event).toEqual({
      deliveryId: `${givenCase}.4`,
      at: expect.any(String),
      type: 'survey.responded',
      detail: {
        ...{ caseId: givenCase, cycle: 1, round: 1, survey: 'after-case', surveyVersion: 2, answerVersion: 1 },
        ...{ language: 'fa', channel: 'web', late: false, detractor: true },
        answers: [
          { question: 'satisfaction', kind: 'csat', value: 1, from: 1, to: 5 },
          { question: 'went-wrong', kind: 'choice', choices: ['too-slow'] },
          { question: 'comment', kind: 'text' },
        ],
      },
    } satisfies PublicEvent & { deliveryId: string; at: string });
  });

  test('of a recovery is how it ended; of other tasks, and of most that happens, nothing', () => {
    const taskId = taskIdFor(givenCase, 1, 'survey-recovery');
    const opened = f.taskOpened('survey-recovery', { id: taskId });
    expect(told(opened, f.completed(taskId, 'recovered'))).toMatchObject({
      type: 'recovery.ended',
      detail: { caseId: givenCase, cycle: 1, outcome: 'recovered' },
    });
    expect(told(f.taskOpened('triage'), f.completed('triage', 'resolved'))).toBeUndefined();
    expect(told()).toBeUndefined();
  });
});
