import { allEnds } from './all-ends.ts';
import { chain } from './chain.ts';
import { goesOn } from './goes-on.ts';
import { inTheVault } from './in-the-vault.ts';
import type { Invariant } from './invariant.ts';
import { oneAnswer } from './one-answer.ts';
import { oneCase } from './one-case.ts';
import { oneFreeze } from './one-freeze.ts';
import { oneInvestigation } from './one-investigation.ts';
import { oneMail } from './one-mail.ts';
import { oneReminder } from './one-reminder.ts';
import { oneSurvey } from './one-survey.ts';
import { owner } from './owner.ts';
import { reports } from './reports.ts';
import { sameAnswer } from './same-answer.ts';
import { silence } from './silence.ts';
import { twoPeople } from './two-people.ts';
import { views } from './views.ts';

// I12 says for runs, too, that none outlives everything.
export const invariants: readonly Invariant[] = [
  ...[oneCase, oneFreeze, twoPeople, oneMail, oneReminder, oneInvestigation, silence, chain, views, reports],
  ...[oneSurvey, oneAnswer, owner, inTheVault, sameAnswer, goesOn, allEnds],
];
