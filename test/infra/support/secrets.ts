/** What must stand in nothing that is deployed. */
export const secrets: [string, RegExp][] = [
  ['an access key of AWS', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./],
  ['a password in a web address', /\b[a-z]+:\/\/[^\s/:@"'`]+:[^\s/:@"'`]+@/],
  ['a password', /(?:password|passwd|secret|apikey|api_key)["']?\s*[:=]\s*["'][^"'$<{]{8,}["']/i],
  ['a telephone number', /(?<![\w.])\+\d{8,15}\b/],
];

/** Numbers with as many digits as a card has, and with its check digit (Luhn). */
export const cardNumbers = (text: string): string[] =>
  (text.match(/(?<![\w.])\d(?:[ -]?\d){12,18}(?![\w.])/g) ?? []).filter((number) => isCard(number.replace(/\D/g, '')));

function isCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const twice = index % 2 ? Number(digit) * 2 : Number(digit);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}

/** Long words of which each letter is as hard to guess as in a random one: more than 4.8 bits. */
export const randomWords = (text: string): string[] =>
  (text.match(/[A-Za-z0-9+/_=-]{32,}/g) ?? []).filter((word) => entropy(word) > 4.8);

function entropy(word: string): number {
  const counts = new Map<string, number>();
  for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / word.length) * Math.log2(count / word.length), 0);
}
