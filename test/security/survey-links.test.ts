import { expect, test } from 'vitest';
import { sha256 } from '../../functions/shared/chain.ts';
import { newId } from '../../functions/shared/ids.ts';
import { type Invitation, invitationStore } from '../../functions/survey/invitation-store.ts';
import { startTables, tableNames } from '../support/tables.ts';

const { db } = startTables();
const invitations = invitationStore(db, tableNames.CASE_VIEWS_TABLE);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MUTATIONS = 3000;

/** The link, and every one that differs from it in one place, until there are enough; then in two places. */
function* mutationsOf(token: string): Generator<string> {
  for (let place = 0; place < token.length; place++)
    for (const letter of ALPHABET)
      if (letter !== token[place]) yield token.slice(0, place) + letter + token.slice(place + 1);
  yield* ['', token.slice(1), token.slice(0, -1), `${token}A`, ` ${token}`, token.toUpperCase(), sha256(token)];
  for (let place = 0; ; place = (place + 1) % (token.length - 1)) {
    const letters = [0, 1].map(() => ALPHABET[Math.floor(Math.random() * ALPHABET.length)]).join('');
    const mutated = token.slice(0, place) + letters + token.slice(place + 2);
    if (mutated !== token) yield mutated;
  }
}

test(`none of ${MUTATIONS.toLocaleString('en')} changed survey links opens a survey, and the true one does`, async () => {
  const asking = { caseId: newId('case'), cycle: 1, round: 1 };
  const token = await invitations.issue(asking);
  const opened: Invitation[] = [];
  let tried = 0;
  for (const mutated of mutationsOf(token)) {
    const found = await invitations.find(mutated);
    if (found) opened.push(found);
    if (++tried === MUTATIONS) break;
  }
  expect(opened).toEqual([]);
  expect(await invitations.find(token)).toEqual(asking);
  console.log(`survey links ${tried}`);
}, 60_000);
