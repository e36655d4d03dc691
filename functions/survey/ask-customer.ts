import type { Case } from '../case/case.ts';
import type { CaseStore, Decide } from '../case/case-store.ts';
import type { VaultStore } from '../customer/vault-store.ts';
import type { Teams } from '../policy/policy.ts';
import type { Instant } from '../shared/now.ts';
import { AskLater } from '../shared/refusals.ts';
import type { ContactLedgerStore } from './contact-ledger-store.ts';
import type { DefinitionStore } from './definition-store.ts';
import { type Customer, ineligible } from './eligibility.ts';
import { type Grounds, inviteCustomer } from './invite-customer.ts';
import { rightMoment } from './right-moment.ts';
import type { RulesStore } from './rules-store.ts';
import { isDrawn, periodOf } from './sampling.ts';
import type { SamplingStore } from './sampling-store.ts';
import { type Asking, goesWithNotice, surveyOf } from './survey.ts';
import type { Sample } from './survey-fact.ts';
import type { SurveyRules } from './survey-rules.ts';

export type AskWorld = {
  cases: CaseStore;
  vault: VaultStore;
  rules: Pick<RulesStore, 'inForce'>;
  definitions: DefinitionStore;
  sampling: SamplingStore;
  ledger: ContactLedgerStore;
  teams: () => Promise<Teams>;
};

/**
 * Finds out whether the customer of a case is asked how it went: first what the case and the customer are, then chance,
 * and last the budget of contacts, which is claimed. What is returned decides on the case as it is then.
 * @throws AskLater when it is not the moment; nothing was claimed
 */
export async function askCustomer(world: AskWorld, caseId: string, asking: Asking, at: Instant): Promise<Decide> {
  const current = await world.cases.load(caseId);
  if (surveyOf(current, asking)) return () => [];
  const rules = await world.rules.inForce();
  const customer = await customerOf(world, current.customerId);
  const grounds: Grounds = { asking, rules, customer };
  if (ineligible(current, asking, customer, rules)) return inviteCustomer(grounds, at);
  // The notice of the close goes out at once, and the question with it.
  const moment = goesWithNotice(current, asking)
    ? at
    : rightMoment(at, current, customer.contact?.timeZone ?? 'UTC', rules);
  if (moment > at) throw new AskLater(moment);
  return inviteCustomer({ ...grounds, ...(await chanceAndBudget(world, current, grounds, at)) }, at);
}

async function customerOf({ vault, teams }: AskWorld, customerId: string): Promise<Customer> {
  const [contact, all] = await Promise.all([vault.contact(customerId), teams()]);
  return {
    contact,
    isStaff: all.some(({ manager, members }) => manager === customerId || members.includes(customerId)),
  };
}

async function chanceAndBudget(
  world: AskWorld,
  current: Case,
  { asking, rules }: Grounds,
  at: Instant,
): Promise<Pick<Grounds, 'definition' | 'sample' | 'refused'>> {
  const { caseId, customerId, type } = current;
  const { cycle, round = 1 } = asking;
  const definition = await definitionFor(world, current, round, rules);
  if (!definition) return {};
  // A detractor whose case was taken up again is asked again for certain: chance was before that. So is whoever a
  // campaign has selected.
  const sample = round > 1 || type === 'relationship' ? undefined : sampleOf(current, rules.rates[type] ?? 1);
  if (sample && sample.rate < 1) {
    const seed = await world.sampling.committed(sample.period, at);
    if (!isDrawn(seed, caseId, sample.rate)) return { definition, sample, refused: 'not-sampled' };
  }
  const about = `${caseId}.${cycle}.${round}`;
  const claimed = await world.ledger.claim(customerId, about, at, { ...rules.budget, consent: rules.consent });
  return { definition, sample, refused: claimed === 'claimed' ? undefined : claimed };
}

async function definitionFor({ definitions }: AskWorld, current: Case, round: number, rules: SurveyRules) {
  if (round > 1) return definitions.inForce(rules.recovery.survey);
  if (current.campaign) return definitions.exactly(current.campaign.survey);
  const id = current.type === 'relationship' ? undefined : rules.after[current.type];
  return id ? definitions.inForce(id) : undefined;
}

const sampleOf = ({ type, closedAt = '' }: Case, rate: number): Sample => ({
  period: periodOf(closedAt),
  stratum: type,
  rate,
});
