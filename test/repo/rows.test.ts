import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { routes } from '../../infra/api.ts';
import { schedules } from '../../infra/background.ts';
import { entries } from '../../infra/build.ts';
import { followers } from '../../infra/followers.ts';
import { listeners } from '../../infra/listeners.ts';
import { campaignWorkflow } from '../../infra/workflows/campaign.ts';
import { caseWorkflow } from '../../infra/workflows/case.ts';
import { complaintWorkflow } from '../../infra/workflows/complaint.ts';
import { investigationWorkflow } from '../../infra/workflows/investigation.ts';
import { surveyWorkflow } from '../../infra/workflows/survey.ts';

const steps = [caseWorkflow, complaintWorkflow, investigationWorkflow, surveyWorkflow, campaignWorkflow].flatMap(
  (workflow) => Object.entries({ ...workflow.retired, ...workflow.steps }),
);

/** `AskAPerson` → `ask-a-person`. */
const kebab = (name: string) => name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

describe('every entry has one row, and every row one entry', () => {
  const rows = [
    ...routes.map((row) => `${row.entry}.api`),
    ...new Set(steps.map(([, row]) => `${row.entry}.step`)), // a step may be shared by workflows
    ...Object.values(followers).map((row) => row.entry),
    ...Object.values(schedules).map((row) => row.entry),
    ...Object.values(listeners).map((row) => row.entry),
  ];

  test('there is no entry without a row, and no row without an entry', () => {
    expect(rows.sort()).toEqual(entries());
  });
});

test('a placeholder, its function and its file have one name', () => {
  for (const [placeholder, { entry }] of steps) expect(kebab(placeholder)).toBe(basename(entry));
});

test('a row of the background has the name of its file, and stands where its suffix says', () => {
  const suffixes = { stream: followers, schedule: schedules, event: listeners };
  for (const [suffix, rows] of Object.entries(suffixes)) {
    for (const [name, { entry }] of Object.entries<{ entry: string }>(rows)) {
      expect(basename(entry)).toBe(`${kebab(name)}.${suffix}`);
    }
  }
});

test('a step that several workflows have uses the same in each', () => {
  for (const [name, row] of steps) {
    const others = steps.filter(([other]) => other === name);
    for (const [, other] of others) expect(other).toEqual(row);
  }
});
