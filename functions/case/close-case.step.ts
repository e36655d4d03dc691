import { versionStore } from '../policy/version-store.ts';
import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { StepInput, step } from '../shared/step.ts';
import { planSurvey } from '../survey/plan-survey.ts';
import { rulesStore } from '../survey/rules-store.ts';
import { isLive } from './case.ts';
import { caseRulesStore } from './case-rules-store.ts';
import { caseStore } from './case-store.ts';
import { closeCase, resolutionOf } from './close-case.ts';

// "Close case": what it hands on is when the customer is to be asked how it went
const env = readEnv('CASE_EVENTS_TABLE', 'POLICIES_TABLE');
const db = dynamo();
const cases = caseStore(db, env.CASE_EVENTS_TABLE);
const versions = versionStore(db, env.POLICIES_TABLE);
const rules = rulesStore(versions);
const caseRules = caseRulesStore(versions);

export const handler = step(StepInput, async ({ caseId, cycle }, change) => {
  const inForce = await rules.inForce();
  const { reopenDays } = await caseRules.inForce();
  const notice = inForce.letter === 'with-closing-notice' ? 'with-survey' : undefined;
  const current = await cases.change(caseId, change, (before) =>
    isLive(before, cycle) ? closeCase(resolutionOf(before), change.at, { notice, reopenDays })(before) : [],
  );
  return planSurvey(current.closedAt ?? change.at, current.notice ? { ...inForce, delayHours: 0 } : inForce);
});
