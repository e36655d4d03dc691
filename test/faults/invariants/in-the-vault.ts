import type { Attribute, Item } from '../../../local/table/attribute.ts';
import { addressOf, CANARY, CARD_NUMBER, nameOf } from '../people/words.ts';
import type { Invariant } from './invariant.ts';

type Secret = { what: string; pattern: RegExp; parts: readonly string[] };
/** Where a pattern is found, one of its parts is; looking for those first takes a tenth of the time. */
const secrets: readonly Secret[] = [
  {
    what: 'a name or something written',
    pattern: new RegExp(`${CANARY}|${encodeURIComponent(CANARY)}`, 'u'),
    parts: [CANARY, encodeURIComponent(CANARY)],
  },
  {
    what: 'the number of a card',
    pattern: new RegExp(`(?<!\\d)${CARD_NUMBER.replaceAll(' ', '\\W?')}(?!\\d)`),
    parts: CARD_NUMBER.split(' ').slice(0, 1),
  },
  { what: 'an address', pattern: /(?<!service)(@|%40)example\.com/i, parts: ['@', '%40'] },
];
const [, aNumber] = secrets;
const hasSecret = (text: string, { pattern, parts }: Secret): boolean =>
  parts.some((part) => text.includes(part)) && pattern.test(text);

/** Which secret stands in a text, whatever it is written as. */
export const secretIn = (text: string): string | undefined => secrets.find((one) => hasSecret(text, one))?.what;

/** What an item says, each attribute with its name. */
function textOf(item: Item): string {
  let text = '';
  for (const name in item) text += `${name} ${saidIn(item[name] as Attribute)}\n`;
  return text;
}

function saidIn(said: Attribute): string {
  if ('S' in said) return said.S;
  if ('N' in said) return said.N;
  if ('SS' in said) return said.SS.join('\n');
  return typeof said.B === 'string' ? said.B : Buffer.from(said.B).toString('latin1');
}

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
        if (table !== 'vault') look(`the table ${table}`, textOf(after));
        else if (hasSecret(textOf(after), aNumber as Secret)) fail('the number of a card stands in the vault');
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
