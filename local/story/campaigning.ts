import type { Satisfaction } from '../../functions/report/satisfaction.ts';
import { hour } from '../../functions/shared/now.ts';
import { answerAll, linkIn, untilAsked } from './answer-mail.ts';
import { satisfactionTable } from './satisfaction-table.ts';
import type { StoryWorld } from './world.ts';

const ASKED = 20;
/** How likely they are to recommend the bank, 0 to 10; four never answer. */
const recommends = [10, 9, 9, 10, 8, 9, 10, 7, 9, 6, 10, 9, 3, 9, 8, 10];
const promoters = recommends.filter((score) => score >= 9).length;
const detractors = recommends.filter((score) => score <= 6).length;
const nps = (100 * (promoters - detractors)) / recommends.length;

/** Customers are asked how they see the bank as a whole, each once, and the report says how sure its figures are. */
export async function campaigning(world: StoryWorld): Promise<void> {
  const { chapter, tell, check, as, api, until, lines, laptop } = world;
  chapter(`${ASKED} customers are asked how they see the bank`);
  const admin = api('admin');
  const customers = Array.from({ length: ASKED }, (_, index) => `cus_asked${index}`);
  await Promise.all(customers.map((personId, index) => admin.putContact({ path: { personId }, body: contact(index) })));
  const { campaignId } = await admin.createCampaign({
    body: { name: 'Autumn', survey: 'relationship', audience: { from: 'list' }, perMinute: 6000 },
  });
  const list = [...customers, ...customers.slice(0, 5), 'carla'];
  await admin.putCustomers({ path: { campaignId, page: 1 }, body: { customers: list } });
  await admin.steerCampaign({ path: { campaignId, action: 'start' } });
  tell('The list names five of them twice, and a colleague');
  const invitations = () => laptop.cloud.inbox.messages().filter(({ to }) => to.some((one) => one.includes('asked')));
  await untilAsked(world, () => invitations().length >= ASKED || undefined);
  const { progress, status } = await admin.getCampaign({ path: { campaignId } });
  check(
    `each of the ${ASKED} has one mail, the colleague none; the campaign is ${status}, ${progress.handled} handled`,
    invitations().length === ASKED,
    invitations().length,
  );

  const links = invitations().slice(0, recommends.length).map(linkIn);
  const answers = links.map((url, index) => ({ url, said: { recommend: String(recommends[index]) } }));
  const statuses = await answerAll(world, answers);
  check(
    `${statuses.length} of them answer`,
    statuses.every((one) => one === 200),
    statuses,
  );
  await laptop.clock.advance(hour);
  const report = await until('the answers are counted', async () => {
    const { body } = await (await as('cyrus')).get<Satisfaction>('/reports/satisfaction?purpose=relationship');
    return body.total.answered === recommends.length && body;
  });
  lines(satisfactionTable(report));
  const told = report.total.measures.find(({ measure }) => measure === 'nps:0-10');
  const score = told && 'nps' in told ? told.nps : undefined;
  const [low = 0, high = 0] = score?.interval ?? [];
  const is = `${nps.toFixed(0)}, and with a confidence of 95 % between ${low.toFixed(0)} and ${high.toFixed(0)}`;
  check(
    `the net promoter score of ${recommends.length} answers is ${is}`,
    score?.value === nps && low < nps && nps < high,
    told,
  );
}

const contact = (index: number) =>
  index % 2 === 0
    ? {
        name: `Customer ${index}`,
        email: `asked${index}@example.com`,
        language: 'en' as const,
        timeZone: 'Europe/Berlin',
      }
    : { name: `مشتری ${index}`, email: `asked${index}@example.com`, language: 'fa' as const, timeZone: 'Asia/Tehran' };
