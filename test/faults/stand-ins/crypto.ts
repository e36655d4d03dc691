// Hashes are the real ones; chance comes from the seed of the simulated world.

/** Given to the bundle from outside: a number from 0 up to, but not including, 1. */
declare const chance: () => number;

export { createHash, createHmac, createPrivateKey, hash, sign } from 'node:crypto';
export const randomBytes = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => chance() * 256));
export const randomUUID = (): string => {
  const hex = randomBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
