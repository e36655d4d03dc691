import { randomBytes } from 'node:crypto';
import { maskCardNumbers } from '../shared/card-number.ts';
import { canonical, sha256 } from '../shared/chain.ts';

/**
 * What somebody wrote, as the vault keeps it. The salt, 128 random bits, goes when the text goes: after that nobody can
 * tell by trying what a commitment was made of.
 */
export type KeptText = { text: string; salt: string };

export const salted = (text: string): KeptText => ({
  text: maskCardNumbers(text),
  salt: randomBytes(16).toString('base64url'),
});

/** 64 hexadecimal characters: SHA-256 over the canonical JSON of `[salt, text]`. */
export const commitmentOf = ({ text, salt }: KeptText): string => sha256(canonical([salt, text]));

/** `<id of the text>.<commitment>`: where the text is to be found, and proof that it was not changed since. */
export const referTo = (textId: string, kept: KeptText): string => `${textId}.${commitmentOf(kept)}`;

/** The id in a reference; references made before there were commitments are the id itself. */
export const textIdOf = (reference: string): string => reference.split('.')[0] ?? '';
