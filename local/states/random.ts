/** Numbers from 0 up to, but not including, 1: always the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const eightDigits = (random: () => number) =>
  Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');

/** A version 4 UUID made from the given chance. */
export function uuidFrom(random: () => number): string {
  const [first, second, third, last] = [random, random, random, random].map(eightDigits) as [
    string,
    string,
    string,
    string,
  ];
  const variant = '89ab'.charAt(Number.parseInt(third.charAt(0), 16) & 3);
  return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${last}`;
}
