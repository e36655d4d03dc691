import { ask } from './client.ts';
import { day, type Errands, hour } from './errands.ts';
import type { Answer } from './reader.ts';

/** Customers whose app asks them on a page of its own, beside the link in the letter; some leave the page open for days. */
export function answerInApp({ world, during }: Errands, likely: number, answers: Answer[]): void {
  if (likely === 0) return;
  const { api, chance, clock, truth, watchers } = world;

  async function answer(caseId: string): Promise<void> {
    const as = { id: truth.of(caseId).current.customerId, roles: '[customer]' };
    const link = await ask(world, () => api('POST', `/cases/${caseId}/survey/link`, { as }));
    if (link.status !== 201) return;
    const { token, form } = link.body as { token: string; form: string };
    await clock.sleep(chance.pick([0, hour, 3 * day]));
    const score = chance.between(1, 5);
    const asked = { as, body: { token, form, answers: { satisfaction: score } }, key: `answers ${token}` };
    const { status } = await ask(world, () => api('POST', `/cases/${caseId}/survey/answer`, asked));
    answers.push({ token, score, status, at: clock.now() });
  }

  watchers.add({
    wrote(_, event) {
      if (event?.fact.kind !== 'survey-invited' || !chance.happens(likely)) return;
      during(clock.sleep(chance.between(0, 15 * day)).then(() => answer(event.caseId)));
    },
  });
}
