import type { Case } from '../../../functions/case/case.ts';
import type { Item } from '../../../local/table/attribute.ts';
import { textIn } from '../simulator/text-in.ts';
import { countOf, factsOf, ofThisCycle } from './cycle.ts';
import type { Invariant } from './invariant.ts';

const holdsOf = (item: Item | undefined): readonly string[] => (item?.holds && 'SS' in item.holds ? item.holds.SS : []);

/** What is frozen though whoever gave the case up wanted it unfrozen, and nobody refused that. */
const keptFrozen = ({ freeze, approvals }: Case): string[] =>
  Object.keys(freeze).filter(
    (target) =>
      freeze[target] === 'frozen' &&
      !approvals.some(
        ({ request, decision }) =>
          request.action === 'unfreeze' && request.targets.includes(target) && decision === 'rejected',
      ),
  );

/**
 * I2: an account or card is frozen once for a case, and unfrozen once for each time that two people agreed to it, never
 * by a repetition; nobody else's is touched, and in the end what the history calls frozen is frozen.
 */
export const oneFreeze: Invariant = {
  name: 'I2 one effective freeze',
  watch({ truth, database }, { customers }, fail) {
    const owners = new Map(customers.map((one) => [one.id, one]));
    const lifts = new Map<string, number>();
    const held = ({ customerId, caseId }: Case, target: string) =>
      holdsOf(database.table('ledger').get({ pk: { S: customerId }, sk: { S: target } })).includes(caseId);

    function lifted(caseId: string, target: string): void {
      const agreed = truth
        .of(caseId)
        .current.approvals.filter(
          ({ request, decision, decidedBy, requestedBy }) =>
            request.action === 'unfreeze' &&
            request.targets.includes(target) &&
            decision === 'approved' &&
            decidedBy !== requestedBy,
        );
      const key = `${caseId} ${target}`;
      lifts.set(key, (lifts.get(key) ?? 0) + 1);
      if ((lifts.get(key) ?? 0) > agreed.length)
        fail(`the hold of ${caseId} on ${target} was lifted ${lifts.get(key)} times, agreed to ${agreed.length} times`);
    }

    return {
      wrote({ table, key, before, after }, event) {
        if (table === 'ledger') {
          const [was, is] = [holdsOf(before), holdsOf(after)];
          if (!after) fail(`${textIn(key, 'sk')} was deleted`);
          for (const caseId of was) if (!is.includes(caseId)) lifted(caseId, textIn(key, 'sk') ?? '');
          for (const caseId of is)
            if (truth.of(caseId).current.customerId !== textIn(key, 'pk'))
              fail(`${caseId} froze something of ${textIn(key, 'pk')}`);
        }
        if (!event) return;
        const { events, current } = truth.of(event.caseId);
        if (event.fact.kind === 'frozen') {
          const { target } = event.fact.data;
          const of = (kind: 'frozen' | 'unfrozen') =>
            factsOf(events, kind).filter((one) => one.target === target).length;
          if (of('frozen') > 1 + of('unfrozen')) fail(`${target} was recorded as frozen ${of('frozen')} times`);
          if (current.status === 'open' && !held(current, target)) fail(`${target} is called frozen and is not`);
        }
        if (event.fact.kind === 'freeze-completed') {
          const owner = owners.get(current.customerId);
          const all = [...(owner?.accounts ?? []), ...(owner?.cards ?? [])];
          const missing = all.filter((target) => !['frozen', 'unfrozen'].includes(current.freeze[target] ?? ''));
          if (missing.length > 0) fail(`the freeze was called complete without ${missing.join(', ')}`);
          if (countOf(ofThisCycle(events), 'freeze-completed') > 1) fail('it was completed twice');
        }
      },
      settled() {
        for (const [caseId, { current }] of truth.cases) {
          for (const [target, state] of Object.entries(current.freeze)) {
            if (state === 'frozen' && !held(current, target))
              fail(`${target} of ${caseId} is called frozen and is not`);
            if (state === 'unfrozen' && held(current, target))
              fail(`${target} of ${caseId} is called unfrozen, and is frozen`);
          }
          if (current.cancelled?.accounts === 'unfreeze')
            for (const target of keptFrozen(current)) fail(`${caseId} was cancelled, and ${target} stays frozen`);
          if (current.status !== 'closed' || current.type === 'complaint') continue;
          const byHand = Object.values(current.freeze).includes('settled-by-hand');
          const handled = current.tasks.some((task) => task.step === 'freeze-accounts');
          if (!current.frozenAt && !byHand && !handled) fail(`${caseId} ended without its accounts frozen`);
        }
      },
    };
  },
};
