import { proveCase } from '../audit/prove-case.ts';
import type { RootLogStore } from '../audit/root-log-store.ts';
import type { CaseEvent } from '../case/case-fact.ts';
import { type CaseStore, fold } from '../case/case-store.ts';
import { runsOf } from '../case/runs.ts';
import type { Contact } from '../customer/contact.ts';
import type { ContactStore, SentMail } from '../customer/contact-store.ts';
import type { PersonStore, VaultRow } from '../customer/person-store.ts';
import { type KeptText, textIdOf } from '../customer/text.ts';
import { digestIds } from '../reminder/digest.ts';
import type { HistoryPages } from '../run-archive/archive-run.ts';
import { type DescribedRun, describeRun } from '../run-archive/describe-run.ts';
import { readRun } from '../run-archive/read-run.ts';
import type { RunArchiveStore } from '../run-archive/run-archive-store.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { readClocks } from '../sla/sla-clock.ts';
import { slaEventsOf } from '../sla/sla-event.ts';
import type { Policies } from '../sla/terms.ts';
import { type Evidence, type Mail, type Run, referencesIn } from './evidence.ts';

export type GatherWorld = {
  cases: CaseStore;
  people: Pick<PersonStore, 'everything'>;
  contacts: ContactStore;
  archive: RunArchiveStore;
  roots: RootLogStore;
  policies: () => Promise<Policies>;
  describe: (runId: string) => Promise<DescribedRun | undefined>;
  history: (runId: string) => HistoryPages;
};

/** Puts together all that can be shown of a case as it stands after these events. Reads only. */
export async function gatherEvidence(world: GatherWorld, events: CaseEvent[]): Promise<Evidence> {
  const current = fold(events);
  const last = events.at(-1)?.at ?? '';
  const root = await world.roots.latest();
  const [rows, runs, reminders, policies, proof] = await Promise.all([
    world.people.everything(current.customerId),
    sideBySide(runsOf(current, events), (runId) => wholeRun(world, current.caseId, runId)),
    remindersIn(world.contacts, events),
    world.policies(),
    root && proveCase(world.roots, root, current.caseId),
  ]);
  return {
    current,
    events,
    customer: rows.find(({ sk }) => sk === 'contact')?.values.contact as Contact | undefined,
    texts: textsIn(rows, referencesIn(events.map(({ fact }) => fact.data))),
    mails: [...lettersIn(rows, current.customerId, Object.keys(current.mails)), ...reminders].sort(byTime),
    runs: runs.flatMap((run) => run ?? []),
    clocks: readClocks(slaEventsOf(events, policies), last),
    ...(proof && proof.leaves.length > 0 && { proof }),
  };
}

async function wholeRun(world: GatherWorld, caseId: string, runId: string): Promise<Run | undefined> {
  const found = await describeRun(world, caseId, runId);
  if (!found) return undefined;
  const events: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await readRun({ archive: world.archive, history: world.history(runId) }, { caseId, runId }, cursor);
    events.push(...(page?.items ?? []));
    cursor = page?.next;
  } while (cursor);
  return { ...found, events };
}

function textsIn(rows: VaultRow[], references: string[]): Record<string, KeptText> {
  const known = new Map(rows.map(({ sk, values }) => [sk, values]));
  const found = references.flatMap((reference) => {
    const { text, salt = '' } = known.get(`text#${textIdOf(reference)}`) ?? {};
    return typeof text === 'string' ? [[reference, { text, salt: String(salt) }] as const] : [];
  });
  return Object.fromEntries(found);
}

const lettersIn = (rows: VaultRow[], to: string, mailIds: string[]): Mail[] =>
  mailIds.flatMap((mailId) => {
    const mail = rows.find(({ sk }) => sk === `mail#${mailId}`)?.values.mail as SentMail | undefined;
    return mail ? [{ mailId, to, ...mail }] : [];
  });

/** The mails to colleagues that reminders went out with: one a day to each, about all that waited for them. */
async function remindersIn(contacts: ContactStore, events: CaseEvent[]): Promise<Mail[]> {
  const sent = events.flatMap(({ fact, at }) => (fact.kind === 'reminder-sent' ? [{ to: fact.data.to, at }] : []));
  const found = await sideBySide(sent, async ({ to, at }) => {
    const contact = await contacts.contact(to);
    const [mailId = ''] = contact ? digestIds(to, contact.timeZone, at) : [];
    const mail = mailId && (await contacts.sentMail(to, mailId));
    return mail ? [[mailId, { mailId, to, ...mail }] as const] : [];
  });
  return [...new Map(found.flat()).values()];
}

const byTime = (one: Mail, other: Mail): number => (`${one.at}${one.mailId}` < `${other.at}${other.mailId}` ? -1 : 1);
