import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

export const sha256 = (text: string): string => hash('sha256', text);

/** The same value gives the same text, whatever the order of its keys (RFC 8785). */
export const canonical = (value: unknown): string => canonicalize(value) ?? 'null';

/** A link of a chain: its hash covers everything in it, and through `before` everything that came before. */
export type Link = { seq: number; before: string; hash: string };

export const seal = <T extends { seq: number; before: string }>(link: T): T & { hash: string } => ({
  ...link,
  hash: sha256(canonical(link)),
});

export type ChainCheck = { ok: true; length: number; head: string } | { ok: false; seq: number; reason: string };

/** Finds the first link that does not fit. An empty chain is whole. */
export function verifyChain(links: readonly Link[]): ChainCheck {
  let head = '';
  for (const [index, link] of links.entries()) {
    const { hash, ...content } = link;
    if (link.seq !== index + 1) return { ok: false, seq: index + 1, reason: 'missing or out of order' };
    if (link.before !== head) return { ok: false, seq: link.seq, reason: 'does not follow the one before' };
    if (sha256(canonical(content)) !== hash) return { ok: false, seq: link.seq, reason: 'was changed' };
    head = hash;
  }
  return { ok: true, length: links.length, head };
}
