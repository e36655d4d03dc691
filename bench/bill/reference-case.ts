import { day, hour, instant, minute } from '../../functions/shared/now.ts';
import { clientOf } from '../../local/client.ts';
import { awsClient, type Laptop } from '../../local/laptop.ts';
import { seedLedger } from '../../local/seed/seed-ledger.ts';
import type { CaseView } from '../../local/story/world.ts';

export const customer = { id: 'cus_reference', email: 'reference@example.com' } as const;
const accounts = ['acc_r1', 'acc_r2', 'acc_r3'];
const cards = ['card_r1', 'card_r2'];

/** Three accounts, two cards, thirty bookings, and one shop that charged twice. */
export async function prepareReference({ cloud, clock, as }: Laptop): Promise<void> {
  const booked = (n: number, ago: number, merchant: string) => ({
    ...{ transactionId: `tx_r${n}`, accountId: 'acc_r1', cardId: 'card_r1', at: instant(clock.now() - ago) },
    ...{ amount: 2500, currency: 'EUR', merchant, country: 'DE' },
  });
  const usual = Array.from({ length: 28 }, (_, n) => booked(n, (n + 2) * 3 * day, `Shop ${n}`));
  const twice = [booked(28, 30 * hour, 'Furniture House'), booked(29, 29 * hour, 'Furniture House')];
  const cardRows = cards.map((cardId) => ({ cardId, accountId: 'acc_r1' }));
  const holder = {
    customerId: customer.id,
    country: 'DE',
    accounts,
    cards: cardRows,
    transactions: [...usual, ...twice],
  };
  await seedLedger(awsClient(cloud), cloud.nameOf('Ledger'), [holder]);
  const contact = { name: 'Reference', language: 'en', timeZone: 'Europe/Berlin', email: customer.email };
  await (await as('admin')).put(`/contacts/${customer.id}`, contact);
}

const survey = /https?:\/\/\S+\/surveys\/[\w-]+/;
type Look = <T>(look: () => Promise<T>) => Promise<T>;

/**
 * The reference case, from the report to the answered survey; each of its two tasks is reminded of three times.
 * `unmetered` is for looks at it that no customer and no colleague would have.
 */
export async function playReference(laptop: Laptop, unmetered: Look): Promise<string> {
  const { cloud, clock, as } = laptop;
  const own = clientOf(cloud.apiUrl, await cloud.token({ sub: customer.id, 'cognito:groups': ['customer'] }));
  const opened = await own.post<CaseView>('/cases', { type: 'lost-card', cardId: 'card_r1', channel: 'app' });
  const { caseId } = opened.body;

  async function until<T>(what: string, look: (current: CaseView) => T | undefined | false): Promise<T> {
    for (let hours = 0; hours < 24 * 21; hours++) {
      await clock.settle();
      const current = await unmetered(async () => (await (await as('cyrus')).get<CaseView>(`/cases/${caseId}`)).body);
      const found = look(current);
      if (found) return found;
      await clock.advance(hours < 5 ? minute : hour);
    }
    throw new Error(`Never: ${what}`);
  }

  for (const [kind, outcome, by] of [
    ['dispute-review', 'refund', 'dario'],
    ['triage', 'resolved', 'carla'],
  ] as const) {
    const reminded = ({ tasks }: CaseView) => tasks.find((task) => task.kind === kind && task.reminded >= 3);
    const { taskId } = await until(`three reminders of ${kind}`, reminded);
    const agent = await as(by);
    await agent.post(`/tasks/${taskId}/claim`);
    const done = await agent.post(`/tasks/${taskId}/complete`, { outcome });
    if (done.status !== 200) throw new Error(done.text);
  }
  await until('it is closed', ({ status }) => status === 'closed');
  const letter = await until('the invitation', () =>
    cloud.inbox.messages(customer.email).find(({ text = '' }) => survey.test(text)),
  );
  const url = survey.exec(letter.text ?? '')?.[0] ?? '';
  const form = /name="_form" value="(\w+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
  await clock.advance(minute); // whoever sends it at once is no person
  await fetch(url, { method: 'POST', body: new URLSearchParams({ _form: form, satisfaction: '5', took: 'hours' }) });
  await until('the answer', ({ survey }) => survey?.status === 'answered');
  await clock.settle();
  return caseId;
}
