import { day, hour } from '../functions/shared/now.ts';
import { MovableClock } from './clock.ts';
import { seedLaptop, startLaptop } from './laptop.ts';
import { playBeingHeard } from './story/being-heard.ts';
import { playComplaint } from './story/complaint.ts';
import { playLostCard } from './story/lost-card.ts';
import { consoleTeller, StoryBroken } from './story/teller.ts';
import { inRealTime, storyWorld } from './story/world.ts';

// npm run demo: the stories of a lost card, of a complaint and of what customers said, on this machine, checked as they go
// The weekend of Tehran comes when the second story needs it, so nobody waits for it.
const nextFriday = (): number => {
  const number = Math.ceil(Date.now() / day);
  return (number + ((((1 - number) % 7) + 7) % 7)) * day + 12 * hour; // day 1 was a Friday
};
const teller = consoleTeller();
teller.chapter('The stack is synthesized and runs on this machine');
const laptop = await startLaptop({ clock: new MovableClock({ start: nextFriday(), running: true }) });
teller.holds(`the API answers at ${laptop.cloud.apiUrl}, mails arrive at ${laptop.cloud.inboxUrl}`);
try {
  const seeded = await seedLaptop(laptop);
  teller.holds(
    `${seeded.people} people, ${seeded.teams} teams and ${seeded.rows} rows of the reference ledger are there`,
  );
  const world = storyWorld(laptop, teller, inRealTime);
  await playLostCard(world);
  await playBeingHeard(world, () => playComplaint(world));
  teller.lines('\nEvery claim above was checked. `npm start` keeps the service running for you to try.');
} catch (error) {
  process.exitCode = 1;
  const sentence = error instanceof StoryBroken ? error.message : `The demo failed: ${error}`;
  console.error(`\n✗ ${sentence}`);
} finally {
  await laptop.cloud.stop();
}
