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
  tell('The clock is moved to the day after; nobody is written to at night');
  await laptop.clock.advance(day + hour);
  for (let hours = 0; hours < 12 && inbox('survey-invitation').length === 0; hours++) {
    await laptop.clock.settle();
    await laptop.clock.advance(hour);
  }
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

  const answer = async (choice: string, comment: string) => {
    const formToken = /name="_form" value="(\w+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
    const body = new URLSearchParams({ _form: formToken, satisfaction: choice, took: 'hours', comment });
    return { body, page: await fetch(url, { method: 'POST', body }) };
  };
  const first = await answer('4', 'خیلی سریع بود');
  check('Maryam submits the form and is thanked', first.page.status === 200, first.page.status);
  const twice = await fetch(url, { method: 'POST', body: first.body });
  const once = (await caseOf(maryam)).survey;
  check('the same form sent twice is one answer', twice.status === 200 && once?.versions === 1, once);
  await answer('5', 'خیلی سریع بود، ممنون');
  const survey = (await caseOf(maryam)).survey;
  check(
    'she changes it to 5 of 5: both are kept, the last one counts',
    survey?.versions === 2 && survey.score === 5,
    survey,
  );
  await until('the survey run ends', async () =>
    (await runsOf(world, maryam)).some((run) => run.machine === 'survey' && run.status === 'SUCCEEDED'),
  );
}
