import * as z from 'zod';
import type { NewObject } from '../states/put-object.ts';
import type { Deployment } from './deployment.ts';
import { keepLines } from './kept-lines.ts';

const Bucket = z.object({
  ObjectLockConfiguration: z
    .object({
      Rule: z.object({
        DefaultRetention: z.object({ Mode: z.enum(['GOVERNANCE', 'COMPLIANCE']), Days: z.coerce.number() }),
      }),
    })
    .optional(),
});

/** One version of an object, and until when nobody can take it away. */
export type Version = NewObject & {
  readonly id: string;
  readonly at: number;
  readonly mode?: 'GOVERNANCE' | 'COMPLIANCE';
  readonly lockedUntil?: number;
};
export type Objects = ReturnType<typeof createObjects>;

const DAY = 86_400_000;

/**
 * The buckets of the template. An object is never replaced: another of the same key is another version beside it. What a
 * bucket locks cannot be removed before its time, whoever asks.
 */
export function createObjects(deployment: Deployment, now: () => number, file?: string) {
  const buckets = new Map(
    deployment.resources('AWS::S3::Bucket', Bucket).map(({ ref, properties }) => [ref, properties]),
  );
  const kept = keepLines<Version | { removed: string }>(file);
  const removed = new Set(kept.entries.flatMap((entry) => ('removed' in entry ? entry.removed : [])));
  const all = kept.entries.filter((entry): entry is Version => !('removed' in entry) && !removed.has(entry.id));

  return {
    has: (bucket: string): boolean => buckets.has(bucket),

    put(object: NewObject): string | undefined {
      const lock = buckets.get(object.bucket)?.ObjectLockConfiguration?.Rule.DefaultRetention;
      if (!buckets.has(object.bucket)) return undefined;
      const version: Version = {
        ...{ ...object, id: crypto.randomUUID(), at: now() },
        ...(lock && { mode: lock.Mode, lockedUntil: now() + lock.Days * DAY }),
      };
      kept.append(version);
      all.push(version);
      return version.id;
    },

    /** The oldest first: what was kept first is what was published. */
    versions: (bucket: string, key?: string): readonly Version[] =>
      all.filter((one) => one.bucket === bucket && (key === undefined || one.key === key)),

    /** False when it is locked still. */
    remove(bucket: string, key: string, id?: string): boolean {
      const those = all.filter((one) => one.bucket === bucket && one.key === key && (!id || one.id === id));
      if (those.some(({ lockedUntil = 0 }) => lockedUntil > now())) return false;
      for (const one of those) {
        kept.append({ removed: one.id });
        all.splice(all.indexOf(one), 1);
      }
      return true;
    },
  };
}
