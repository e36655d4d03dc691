import { MovableClock } from './clock.ts';
import { seedLaptop, startLaptop } from './laptop.ts';
import { playLostCard } from './story/lost-card.ts';
import { consoleTeller, StoryBroken } from './story/teller.ts';
import { inRealTime, storyWorld } from './story/world.ts';

// npm run demo: the story of a lost card, on this machine, checked as it goes
const teller = consoleTeller();
teller.chapter('The stack is synthesized and runs on this machine');
const laptop = await startLaptop({ clock: new MovableClock({ running: true }) });
teller.holds(`the API answers at ${laptop.cloud.apiUrl}, mails arrive at ${laptop.cloud.inboxUrl}`);
try {
  const seeded = await seedLaptop(laptop);
  teller.holds(
    `${seeded.people} people, ${seeded.teams} teams and ${seeded.rows} rows of the reference ledger are there`,
  );
  await playLostCard(storyWorld(laptop, teller, inRealTime));
  teller.lines('\nEvery claim above was checked. `npm start` keeps the service running for you to try.');
} catch (error) {
  process.exitCode = 1;
  const sentence = error instanceof StoryBroken ? error.message : `The demo failed: ${error}`;
  console.error(`\n✗ ${sentence}`);
} finally {
  await laptop.cloud.stop();
}
