import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod/mini';
import type { Calendars } from '../calendar/calendar.ts';
import { shippedCalendars } from '../calendar/shipped-calendars.ts';
import { type Reminders, shippedReminders } from '../reminder/reminder.ts';
import { type Instant, minute } from '../shared/now.ts';
import { type Absences, type PolicyName, policies, type Teams } from './policy.ts';
import { type Version, versionStore } from './version-store.ts';

type Value<N extends PolicyName> = z.infer<(typeof policies)[N]>;
export type PolicyVersion<N extends PolicyName> = Version & { value: Value<N> };
export type PolicyStore = ReturnType<typeof policyStore>;

/** The policies that many functions go by, each read as what it is. */
export function policyStore(db: Pick<DynamoDBClient, 'send'>, TableName: string) {
  const store = versionStore(db, TableName);
  const typed = <N extends PolicyName>(policy: N, version: Version): PolicyVersion<N> => ({
    ...version,
    value: policies[policy].parse(version.value) as Value<N>,
  });
  // A version is written once, so it is checked once.
  const checked = new Map<PolicyName, PolicyVersion<PolicyName>>();
  async function latest<N extends PolicyName>(policy: N): Promise<PolicyVersion<N> | undefined> {
    const found = await store.latest(policy);
    if (!found) return undefined;
    const last = checked.get(policy);
    if (last?.version === found.version) return last as PolicyVersion<N>;
    const made = typed(policy, found);
    checked.set(policy, made);
    return made;
  }
  let known: { teams: Teams; readAt: number } | undefined;

  return {
    latest,

    /** The teams in force, at most a minute old. */
    async teams(): Promise<Teams> {
      if (known && Date.now() - known.readAt < minute) return known.teams;
      known = { teams: (await latest('teams'))?.value ?? [], readAt: Date.now() };
      return known.teams;
    },

    /** The reminders in force: the last that were saved, or those that come with the service. */
    async reminders(): Promise<Reminders> {
      return (await latest('reminders'))?.value ?? shippedReminders;
    },

    /** The calendars in force: the last that were saved, or those that come with the service. */
    async calendars(): Promise<Calendars> {
      return (await latest('calendars'))?.value ?? shippedCalendars;
    },

    /** Who is not there, and until when. */
    async absences(): Promise<Absences> {
      return (await latest('absences'))?.value ?? [];
    },

    /** The next version; the value in force already needs none. @throws PolicyChangedMeanwhile */
    async save<N extends PolicyName>(policy: N, value: Value<N>, by: string, at: Instant): Promise<PolicyVersion<N>> {
      return typed(policy, await store.save(policy, value, by, at));
    },
  };
}
