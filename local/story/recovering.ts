import { day, hour } from '../../functions/shared/now.ts';
import { answerAll, linkIn, untilAsked } from './answer-mail.ts';
import { expectedAndPerceived } from './expecting.ts';
import type { CaseView, StoryWorld } from './world.ts';

/** James hoped for more than he got. Somebody has to call him, within a time of its own, and it shows whether that helped. */
export async function recovering(world: StoryWorld, james: string): Promise<void> {
  const { chapter, tell, check, until, caseOf, api, laptop } = world;
  chapter('James is not content, and that has consequences');
  const invitations = () =>
    laptop.cloud.inbox.messages('james@example.com').filter(({ tags }) => tags.letter === 'survey-invitation');
  if (invitations().length === 0) await laptop.clock.advance(day + hour);
  const first = await untilAsked(world, () => invitations()[0]);
  const said = { satisfaction: '2', 'went-wrong': ['too-slow', 'not-told'], took: 'few-days', 'came-of-it': 'none' };
  await answerAll(world, [{ url: linkIn(first), said }]);
  const answered = await caseOf(james);
  check('James answers 2 of 5: too slow, and he was not told', answered.survey?.score === 2, answered.survey);
  expectedAndPerceived(world, answered);

  const call = await until('somebody has to call him', async () => recoveryIn(await caseOf(james)));
  const hours = Math.round((Date.parse(call.dueAt) - laptop.clock.now()) / hour);
  check(`somebody has to call him within ${hours} hours, whatever else is promised`, hours === 24, call);
  const carla = api('carla');
  await carla.claimTask({ path: { taskId: call.taskId } });
  const note = 'Explained what took so long, and sent the card by courier.';
  await carla.completeTask({ path: { taskId: call.taskId }, body: { outcome: 'recovered', note } });
  check('Carla calls him, and notes what came of it', recoveryIn(await caseOf(james))?.outcome === 'recovered');

  tell('Half a day later he is asked once more: did that make it good?');
  await laptop.clock.advance(hour / 2);
  const second = await untilAsked(world, () => invitations()[1]);
  check(`the second measurement: “${second.subject}”`, invitations().length === 2);
  await answerAll(world, [{ url: linkIn(second), said: { satisfaction: '5' } }]);
  const { survey } = await caseOf(james);
  check('he answers 5 of 5, and the two answers are never counted together', survey?.round === 2, survey);
  check('nobody calls him a second time', recoveriesIn(await caseOf(james)).length === 1);
}

const recoveriesIn = ({ tasks }: CaseView) => tasks.filter(({ kind }) => kind === 'survey-recovery');
const recoveryIn = (current: CaseView) => recoveriesIn(current)[0];

/** He reports his card lost and says what he hopes for; it is frozen, looked at and closed. */
export async function james({ chapter, api, until, caseOf, check }: StoryWorld): Promise<string> {
  chapter('Meanwhile James has lost his card, too');
  const admin = api('admin');
  const { version: _, by: __, at: ___, ...rules } = await admin.getRules();
  await admin.putRules({ body: { ...rules, recovery: { ...rules.recovery, askAgainAfterHours: 12 } } });
  check('whoever was called back is asked again after twelve hours: a rule that an admin saves', true);
  const expected = { time: 'one-day', outcome: 'new-card' } as const;
  const { caseId } = await api('cus_james').openCase({
    body: { type: 'lost-card', cardId: 'card_james1', channel: 'web', expected },
  });
  check('James reports his card lost; he hopes for a new card within a day', true);
  const taskId = await until('his case comes to triage', async () => {
    const triage = (await caseOf(caseId)).tasks.find(({ kind }) => kind === 'triage');
    return triage?.taskId;
  });
  await api('carla').completeTask({ path: { taskId }, body: { outcome: 'resolved' } });
  await until('his case is closed', async () => (await caseOf(caseId)).status === 'closed');
  check('his case is closed; he will be asked how it went', true);
  return caseId;
}
