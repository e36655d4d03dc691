import { day } from '../../functions/shared/now.ts';
import type { Task } from '../../functions/task/task.ts';
import type { Problem } from '../client.ts';
import type { Cases } from './lost-card.ts';
import type { StoryWorld } from './world.ts';

export async function investigating(world: StoryWorld, { maryam, anna }: Cases): Promise<void> {
  const { chapter, tell, check, until, caseOf, as, laptop } = world;
  chapter('Three days pass; whoever is responsible is reminded; the departments do their work');
  const [fiona, dario, farid] = await Promise.all([as('fiona'), as('dario'), as('farid')]);
  const claimed = await fiona.post(`/tasks/${maryam}.1.fraud-review/claim`);
  check('Fiona claims the fraud review of Maryam', claimed.status === 200, claimed.text);
  const foreign = await dario.post(`/tasks/${anna}.1.fraud-review/claim`);
  check('for Dario of disputes there is no such task', foreign.status === 404, foreign.status);
  const early = await (await as('carla')).post<Problem>(`/cases/${maryam}/close`, { resolution: 'resolved' });
  check(`the case cannot be closed yet: ${early.body.detail}`, early.status === 409, early.text);

  tell('The clock is moved three days forward');
  await laptop.clock.advance(3 * day);
  for (const [id, why] of [
    ['fiona', 'her review'],
    ['farid', 'a review that nobody claimed'],
    ['daria', 'a dispute that nobody claimed'],
  ] as const) {
    const mails = laptop.cloud.inbox.messages(`${id}@example.com`);
    check(`${id} was reminded of ${why}, once: “${mails[0]?.subject}”`, mails.length === 1, mails.length);
  }

  await finish(fiona, `${maryam}.1.fraud-review`, 'fraud');
  const { items } = (await dario.get<{ items: Task[] }>('/tasks?team=disputes')).body;
  check(
    'Dario finds the dispute in the list of his team',
    items.some((task) => task.taskId.startsWith(maryam)),
    items,
  );
  await finish(dario, `${maryam}.1.dispute-review`, 'refund');
  await finish(farid, `${anna}.1.fraud-review`, 'legitimate');
  const triaged = await until('the run goes on to triage', async () => {
    const seen = await caseOf(maryam);
    return seen.tasks.some((task) => task.kind === 'triage') && seen;
  });
  check('with both reviews done the run goes on to triage', triaged.tasks.length === 3, triaged.tasks);

  async function finish(who: typeof fiona, taskId: string, outcome: string): Promise<void> {
    await who.post(`/tasks/${taskId}/claim`);
    const done = await who.post(`/tasks/${taskId}/complete`, { outcome, note: 'Looked at every booking.' });
    check(`${taskId} ends with “${outcome}”`, done.status === 200, done.text);
  }
}
