import type { Case } from '../case/case.ts';
import type { CaseFact } from '../case/case-fact.ts';
import type { CaseStore } from '../case/case-store.ts';
import type { VaultStore } from '../customer/vault-store.ts';
import { caseIdOf } from '../shared/ids.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import { sayConsent } from '../survey/consent.ts';
import type { MailStore } from './mail-store.ts';

export type MailOutcome = { mailId: string; outcome: 'sent' | 'bounced' | 'complained-about' };
type World = { cases: CaseStore; vault: VaultStore; mails: MailStore } & Parameters<typeof sayConsent>[0];

const facts = { sent: 'mail-sent', bounced: 'mail-bounced', 'complained-about': 'mail-complained-about' } as const;

/**
 * What SES reports of a mail. A bounce or a complaint ends all mail to that address; whoever complains is not asked how
 * it went again, wherever they can be reached later. The case goes on without it, and every case that the mail was about has it in its history. A confirmation settles a mail whose outcome was unknown.
 */
export async function recordMailOutcome(world: World, { mailId, outcome }: MailOutcome, at: string): Promise<void> {
  const mail = await world.mails.find(mailId);
  // Whoever sent it has said so, where it was not in doubt.
  if (!mail || (outcome === 'sent' && mail.state === 'sent')) return;
  if (outcome !== 'sent') await world.vault.markBounced(mail.to, mail.contact, at);
  const { letter, to, caseId, about = [] } = mail;
  if (outcome === 'complained-about' && letter !== 'task-reminder')
    await sayConsent(world, to, { surveys: 'no', because: 'complaint' }, { by: 'mail', at });
  const kind = facts[outcome];
  const record = (current: Case): CaseFact[] => {
    const known = current.mails[mailId];
    const unknown = known === 'mail-unconfirmed' || known === 'mail-resend-asked';
    const news = outcome === 'sent' ? unknown : known !== kind;
    return news ? [{ kind, data: { mailId, letter, to } }] : [];
  };
  const caseIds = caseId ? [caseId] : [...new Set(about.map(caseIdOf))];
  await sideBySide(caseIds, (one) => world.cases.change(one, { by: 'mail', at }, record));
  // Last: whoever finds it marked has nothing left to do.
  if (outcome === 'sent') await world.mails.markSent(mailId);
}
