import { day, hour } from '../../functions/shared/now.ts';
import type { Cases } from './lost-card.ts';
import { runsOf } from './runs.ts';
import type { StoryWorld } from './world.ts';

const SCANNER_VISITS = 50;

export async function surveying(world: StoryWorld, { maryam }: Cases): Promise<void> {
  const { chapter, tell, check, until, caseOf, laptop } = world;
  chapter('Maryam is told, and asked how it went');
  const inbox = (letter: string) =>
    laptop.cloud.inbox.messages('maryam@example.com').filter((mail) => mail.tags.letter === letter);
  const notice = await until('the closing notice arrives', async () => inbox('case-closed')[0]);
  check(`the closing notice: “${notice.subject}”`, inbox('case-closed').length === 1);
  check('no survey before the delay is over', inbox('survey-invitation').length === 0);
  tell('The clock is moved to the day after');
  await laptop.clock.advance(day + hour);
  const invitation = await until('the invitation arrives', async () => inbox('survey-invitation')[0]);
  check(`the invitation: “${invitation.subject}”`, inbox('survey-invitation').length === 1);

  const url = /https?:\/\/\S+\/surveys\/[\w-]+/.exec(invitation.text ?? '')?.[0] ?? '';
  const scans = Array.from({ length: SCANNER_VISITS }, (_, n) => fetch(`${url}?score=${(n % 5) + 1}`));
  const pages = await Promise.all(scans);
  const still = (await caseOf(maryam)).survey?.status;
  check(`a scanner opens its links ${SCANNER_VISITS} times, and nothing is recorded`, still === 'invited', still);
  check(
    'each time it saw the form',
    pages.every((page) => page.status === 200),
    pages.map((page) => page.status),
  );

  const form = { method: 'POST', body: new URLSearchParams({ score: '5', comment: 'خیلی سریع بود، ممنون' }) };
  const thanks = await fetch(url, form);
  check('Maryam submits the form and is thanked', thanks.status === 200, thanks.status);
  const again = await fetch(url, form);
  check(
    'a second answer is refused kindly',
    again.status === 409 && (await again.text()).includes('<h1'),
    again.status,
  );
  const score = (await caseOf(maryam)).survey;
  check('the answer is recorded once: 5 of 5', score?.status === 'answered' && score.score === 5, score);
  await until('the survey run ends', async () =>
    (await runsOf(world, maryam)).some((run) => run.machine === 'survey' && run.status === 'SUCCEEDED'),
  );
}
