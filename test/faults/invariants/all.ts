import { allEnds } from './all-ends.ts';
import { chain } from './chain.ts';
import { goesOn } from './goes-on.ts';
import type { Invariant } from './invariant.ts';
import { oneAnswer } from './one-answer.ts';
import { oneCase } from './one-case.ts';
import { oneFreeze } from './one-freeze.ts';
import { oneInvestigation } from './one-investigation.ts';
import { oneMail } from './one-mail.ts';
import { owner } from './owner.ts';
import { sameAnswer } from './same-answer.ts';
import { views } from './views.ts';

// I7 stands with I6, since lists are all the reports there are. I12 says for runs, too, that none outlives everything.
export const invariants: readonly Invariant[] = [
  ...[oneCase, oneFreeze, oneMail, oneInvestigation, chain, views, oneAnswer, owner, sameAnswer, goesOn, allEnds],
];
