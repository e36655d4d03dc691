import { day, hour, minute } from '../../functions/shared/now.ts';
import { formIn, linkIn } from './answer-mail.ts';
import { expectedAndPerceived } from './expecting.ts';
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

  const url = linkIn(invitation);
  const scans = Array.from({ length: SCANNER_VISITS }, (_, n) => fetch(`${url}?score=${(n % 5) + 1}`));
  const pages = await Promise.all(scans);
  const still = (await caseOf(maryam)).survey?.status;
  check(`a scanner opens its links ${SCANNER_VISITS} times, and nothing is recorded`, still === 'invited', still);
  check(
    'each time it saw the form',
    pages.every((page) => page.status === 200),
    pages.map((page) => page.status),
  );

  const answer = async (choice: string, comment: string, reads = minute) => {
    const formToken = formIn(await (await fetch(url)).text());
    await laptop.clock.advance(reads);
    const said = { satisfaction: choice, took: 'one-day', 'came-of-it': 'money-protected', comment };
    const body = new URLSearchParams({ _form: formToken, ...said });
    return { body, page: await fetch(url, { method: 'POST', body }) };
  };
  const program = await answer('1', '', 0);
  const unmoved = (await caseOf(maryam)).survey?.status;
  check(
    'it even sends the form, at once, as no person can: nothing is recorded, and it is asked for once more',
    program.page.status === 422 && unmoved === 'invited',
    program.page.status,
  );
  const first = await answer('4', 'خیلی خوب بود');
  check('Maryam submits the form and is thanked', first.page.status === 200, first.page.status);
  const twice = await fetch(url, { method: 'POST', body: first.body });
  const once = (await caseOf(maryam)).survey;
  check('the same form sent twice is one answer', twice.status === 200 && once?.versions === 1, once);
  await answer('5', 'خیلی خوب بود، ممنون');
  const survey = (await caseOf(maryam)).survey;
  check(
    'she changes it to 5 of 5: both are kept, the last one counts',
    survey?.versions === 2 && survey.score === 5,
    survey,
  );
  expectedAndPerceived(world, await caseOf(maryam));
  await until('the survey run ends', async () =>
    (await runsOf(world, maryam)).some((run) => run.machine === 'survey' && run.status === 'SUCCEEDED'),
  );
}
