import type { CaseFact } from '../../functions/case/case-fact.ts';
import { newId } from '../../functions/shared/ids.ts';
import type { Page } from '../../functions/survey/page/page.ts';
import * as f from './facts.ts';
import { monday } from './given.ts';
import type { httpEvent } from './http-event.ts';
import { amir, type mailWorld } from './mail-world.ts';

export const expiresAt = '2026-12-07T09:00:00.000Z';

/** A customer whose case was closed on Monday at nine and who was asked how it went; the link in their mail. */
export async function askCustomer(
  { cases, vault, invitations }: Pick<ReturnType<typeof mailWorld>, 'cases' | 'vault' | 'invitations'>,
  { customerId = newId('cus'), invited = f.invited(expiresAt) }: { customerId?: string; invited?: CaseFact } = {},
) {
  const caseId = newId('case');
  await vault.putContact(customerId, amir);
  const data = { type: 'lost-card', customerId, subject: 'card_1', channel: 'app', team: 'cards' } as const;
  const facts: CaseFact[] = [{ kind: 'case-opened', data }, f.closed, invited];
  await cases.change(caseId, { by: 'workflow', at: monday }, () => facts);
  return { customerId, caseId, token: await invitations.issue({ caseId, cycle: 1 }) };
}

type Handler = (event: ReturnType<typeof httpEvent>) => Promise<Page>;

/** What is behind the link; the entries read their environment, so it has to be there before. */
export async function surveyPages(): Promise<{ show: Handler; answer: Handler }> {
  const { handler: show } = await import('../../functions/survey/show-survey.api.ts');
  const { handler: answer } = await import('../../functions/survey/answer-survey.api.ts');
  return { show, answer };
}
