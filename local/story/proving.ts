import type { timelinePage } from '../../functions/audit/timeline.ts';
import type { Cases } from './lost-card.ts';
import { runTable, timelineTable } from './print-timeline.ts';
import { historyOf, runsOf } from './runs.ts';
import type { StoryWorld } from './world.ts';

type Timeline = ReturnType<typeof timelinePage>;
export type TimelineItem = Required<Timeline['items'][number]>;

const expectedMails = {
  'anna@example.com': ['accounts-frozen'],
  'daria@example.com': ['task-reminder'],
  'farid@example.com': ['task-reminder'],
  'fiona@example.com': ['task-reminder'],
  'maryam@example.com': ['accounts-frozen', 'case-closed', 'survey-invitation'],
};

const steps = [
  'case-opened',
  'report-joined',
  'freeze-planned',
  'frozen',
  'freeze-completed',
  'case-reviewed',
  'investigation-opened',
  'task-opened',
  'task-claimed',
  'reminder-sent',
  'task-completed',
  'investigation-concluded',
  'case-closed',
  'mail-sent',
  'survey-invited',
  'survey-answered',
];

export async function proving(world: StoryWorld, { maryam }: Cases): Promise<void> {
  const { chapter, check, as, lines, laptop } = world;
  chapter('Everything that happened can be shown');
  const { items, chain } = (await (await as('audrey')).get<Timeline>(`/cases/${maryam}/timeline`)).body;
  lines(timelineTable(items as TimelineItem[]));
  for (const { machine, runId, status } of await runsOf(world, maryam)) {
    lines(runTable(machine, runId, status, await historyOf(world, maryam, machine)));
  }
  const missing = steps.filter((kind) => !items.some((event) => event.kind === kind));
  check('the timeline has every step of the story', missing.length === 0, missing);
  check(`the chain of ${items.length} events holds`, chain.ok && chain.length === items.length, chain);

  const inbox: Record<string, string[]> = {};
  for (const mail of laptop.cloud.inbox.messages()) {
    for (const to of mail.to) inbox[to] = [...(inbox[to] ?? []), mail.tags.letter ?? ''].sort();
  }
  const sorted = Object.fromEntries(Object.entries(inbox).sort());
  const mails = Object.values(sorted).flat().length;
  check(
    `the inbox holds exactly the ${mails} mails expected`,
    JSON.stringify(sorted) === JSON.stringify(expectedMails),
    sorted,
  );
  const { queues } = laptop.cloud;
  const dead = queues.names().flatMap((name) => queues.messages(name));
  check('and no message was given up on', dead.length === 0, dead);
}
