import * as z from 'zod/mini';
import { Role } from '../shared/caller.ts';

const AtMost = z.int().check(z.gte(0), z.lte(100_000));
const Except = z.array(Role);

/** What is out of the ordinary in what one person read on one day. Whoever has one of the roles `except` is let be. */
export const AccessRules = z.strictObject({
  /** More customers than this. */
  'many-customers': z.strictObject({ moreThan: AtMost, except: Except }),
  /** More refusals than this: somebody tries doors. */
  'many-refused': z.strictObject({ moreThan: AtMost, except: Except }),
  /** Longer before or after work than this (hours). */
  'off-hours': z.strictObject({ hours: z.int().check(z.gte(0), z.lte(12)), except: Except }),
  /** More customers than this with whom neither the reader nor one of their teams has a case. */
  'no-case-with-them': z.strictObject({ moreThan: AtMost, except: Except }),
  /** Themselves, or somebody they said they are close to. */
  'somebody-close': z.strictObject({ except: Except }),
});
export type AccessRules = z.infer<typeof AccessRules>;

// Machines keep no hours, and looking at cases of all teams is what auditors and administrators are there for.
export const shippedAccessRules: AccessRules = {
  'many-customers': { moreThan: 100, except: ['service'] },
  'many-refused': { moreThan: 10, except: [] },
  'off-hours': { hours: 2, except: ['service', 'customer'] },
  'no-case-with-them': { moreThan: 0, except: ['service', 'customer', 'auditor', 'admin'] },
  'somebody-close': { except: ['customer'] },
};
