import { addressOf, CANARY, CARD_NUMBER, nameOf } from '../people/words.ts';
import type { Invariant } from './invariant.ts';

const secrets: readonly [what: string, RegExp][] = [
  ['a name or something written', new RegExp(`${CANARY}|${encodeURIComponent(CANARY)}`, 'u')],
  ['the number of a card', new RegExp(`(?<!\\d)${CARD_NUMBER.replaceAll(' ', '\\W?')}(?!\\d)`)],
  ['an address', /(?<!service)(@|%40)example\.com/i],
];
const [, aNumber] = secrets;

/** Which secret stands in a text, whatever it is written as. */
export const secretIn = (text: string): string | undefined => secrets.find(([, pattern]) => pattern.test(text))?.[0];

/**
 * I13: what people are called, where they are reached and what they wrote stands in the vault and nowhere else: in no
 * table, no run from its input to the cause of its error, no log line or metric, no event, no dead letter, no refusal,
 * and in no mail to anybody else. The number of a card stands nowhere at all.
 */
export const inTheVault: Invariant = {
  name: 'I13 in the vault alone',
  watch(_, __, fail) {
    const look = (where: string, what: unknown): void => {
      const found = secretIn(typeof what === 'string' ? what : (JSON.stringify(what) ?? ''));
      if (found) fail(`${found} stands in ${where}`);
    };
    return {
      wrote({ table, after }) {
        if (!after) return;
        if (table !== 'vault') look(`the table ${table}`, after);
        else if (aNumber?.[1].test(JSON.stringify(after))) fail('the number of a card stands in the vault');
      },
      mailed({ letter, to, subject, text }) {
        const reader = to.replace(addressOf(''), '');
        const links = text.match(/https?:\S+/g) ?? [];
        for (const link of links) look(`a link of ${letter}`, link);
        look(`${letter} to ${reader}`, `${subject}\n${text}`.replaceAll(nameOf(reader), ''));
      },
      // A form that is not complete is shown to its writer again, with what they wrote.
      answered({ method, path }, { status, text }) {
        if (status >= 400 && !text.startsWith('<'))
          look(`the answer ${status} to ${method} ${path.slice(0, 12)}`, text);
      },
      ended({ beginning, execution, end }) {
        look(`the run ${beginning.name}`, [beginning.input, end, execution?.history.events]);
      },
      logged: (line) => look('a log line or a metric', line),
      told: (event) => look('an event on the bus', event),
      gaveUp: (entry, payload) => look(`a dead letter of ${entry}`, payload),
    };
  },
};
