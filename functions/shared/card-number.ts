// Card numbers have 13 to 19 digits in groups, in Latin, Arabic, Persian or full-width digits, with whatever people
// type between them. A range of payment cards begins with 3 to 6, or with 2221 to 2720.
const digit = /[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/;
const between = '[\\s./_·•\\u00ad\\u061c\\u200b-\\u200f\\u2010-\\u2015\\u2066-\\u2069-]{1,3}';
const groups = new RegExp(`${digit.source}+(?:${between}${digit.source}+)*`, 'gu');
const startOfCard = /^(?:[3-6]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/;
const SHORTEST = 13;
const LONGEST = 19;

type Group = { from: number; to: number };

/** The text with every card number in it unreadable but for its last four digits. */
export const maskCardNumbers = (text: string): string =>
  text.replace(groups, (run) => {
    const shown = [...run];
    for (const { from, to } of cardNumbersIn(run)) {
      const digits = indexesOfDigits(run, from, to);
      for (const index of digits.slice(0, -4)) shown[index] = '•';
    }
    return shown.join('');
  });

export const holdsCardNumber = (text: string): boolean =>
  [...text.matchAll(groups)].some(([run]) => cardNumbersIn(run).length > 0);

/** A card number begins and ends with a group: digits written without a break are read as one number or not at all. */
function cardNumbersIn(run: string): Group[] {
  const parts = [...run.matchAll(new RegExp(`${digit.source}+`, 'gu'))];
  return parts.flatMap((first, index) =>
    parts.slice(index).flatMap((last) => {
      const found = { from: first.index, to: last.index + last[0].length };
      return isCardNumber(latin(run.slice(found.from, found.to))) ? [found] : [];
    }),
  );
}

const isCardNumber = (number: string): boolean =>
  number.length >= SHORTEST && number.length <= LONGEST && startOfCard.test(number) && passesLuhn(number);

/** ISO/IEC 7812-1: every second digit from the right is doubled; the sum of all digits ends in nought. */
function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, character, index) => {
    const value = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const latin = (text: string): string =>
  [...text]
    .filter((character) => digit.test(character))
    .map((character) => worthOf(character))
    .join('');

// The four scripts count upwards from their own nought.
const noughts = [0x30, 0x660, 0x6f0, 0xff10];
const worthOf = (character: string): number => {
  const code = character.charCodeAt(0);
  return code - (noughts.findLast((nought) => nought <= code) ?? code);
};

const indexesOfDigits = (run: string, from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset).filter((index) => digit.test(run[index] ?? ''));
