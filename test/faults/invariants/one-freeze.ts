import type { Item } from '../../../local/table/attribute.ts';
import type { Invariant } from './invariant.ts';

const holdsOf = (item: Item | undefined): readonly string[] => (item?.holds && 'SS' in item.holds ? item.holds.SS : []);

/** I2: an account or card is frozen once for a case, is never unfrozen by a repetition, and nobody else's is touched. */
export const oneFreeze: Invariant = {
  name: 'I2 one effective freeze',
  watch: ({ truth, database }, { customers }, fail) => ({
    wrote({ table, key, before, after }, event) {
      if (table === 'ledger') {
        const [was, is] = [holdsOf(before), holdsOf(after)];
        if (!is.length || was.some((one) => !is.includes(one))) fail(`a hold on ${JSON.stringify(key.sk)} was lifted`);
        for (const caseId of is) {
          const owner = truth.of(caseId).current.customerId;
          if (key.pk && 'S' in key.pk && owner !== key.pk.S) fail(`${caseId} froze something of ${key.pk.S}`);
        }
      }
      if (!event) return;
      const { events, current } = truth.of(event.caseId);
      if (event.fact.kind === 'frozen') {
        const { target } = event.fact.data;
        const same = events.filter(({ fact }) => fact.kind === 'frozen' && fact.data.target === target);
        if (same.length > 1) fail(`${target} was recorded as frozen ${same.length} times`);
        const item = database.table('ledger').get({ pk: { S: current.customerId }, sk: { S: target } });
        if (!holdsOf(item).includes(event.caseId)) fail(`${target} is called frozen and is not`);
      }
      if (event.fact.kind === 'freeze-completed') {
        const owner = customers.find(({ id }) => id === current.customerId);
        const all = [...(owner?.accounts ?? []), ...(owner?.cards ?? [])];
        const missing = all.filter((target) => current.freeze[target] !== 'frozen');
        if (missing.length > 0) fail(`the freeze was called complete without ${missing.join(', ')}`);
        if (events.filter(({ fact }) => fact.kind === 'freeze-completed').length > 1) fail('it was completed twice');
      }
    },
    settled() {
      for (const [caseId, { current }] of truth.cases) {
        const byHand = Object.values(current.freeze).includes('settled-by-hand');
        const handled = current.tasks.some((task) => task.step === 'freeze-accounts');
        if (!current.frozenAt && !byHand && !handled) fail(`${caseId} ended without its accounts frozen`);
      }
    },
  }),
};
