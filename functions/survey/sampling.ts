import { createHmac } from 'node:crypto';
import { sha256 } from '../shared/chain.ts';
import type { Instant } from '../shared/now.ts';

// Who is asked is drawn so that nobody can choose and everybody can check. Before a month begins its seed is made and
// the hash of it published; afterwards the seed is. A case is in when its number, which only the seed tells, is below
// the rate of its stratum.

/** The month a case is drawn in: the one it was closed in, in UTC. */
export const periodOf = (closedAt: Instant): string => closedAt.slice(0, 7);
export const periodAfter = (period: string): string =>
  new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 1)).toISOString().slice(0, 7);

/** What is published of a seed before it is used (64 hexadecimal characters). */
export const commitmentTo = (seed: string): string => sha256(`caseloop-sampling|${seed}`);

/** From 0 up to, but not including, 1: the first 48 bits of HMAC-SHA-256(seed, case id). */
export const drawOf = (seed: string, caseId: string): number =>
  createHmac('sha256', seed).update(caseId).digest().readUIntBE(0, 6) / 2 ** 48;

export const isDrawn = (seed: string, caseId: string, rate: number): boolean => drawOf(seed, caseId) < rate;
