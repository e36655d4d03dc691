import { closing } from './closing.ts';
import { bankIsBusy, freezing } from './freezing.ts';
import { handingOver } from './handing-over.ts';
import { investigating } from './investigating.ts';
import { proving } from './proving.ts';
import { publishing } from './publishing.ts';
import { reporting } from './reporting.ts';
import { reviewing } from './reviewing.ts';
import { satisfying } from './satisfying.ts';
import { surveying } from './surveying.ts';
import type { StoryWorld } from './world.ts';

/** The cases of the story: Maryam's lost card, and a payment of Anna's that fraud detection flagged. */
export type Cases = { maryam: string; anna: string };

/** The whole story, from the report to the answered survey; each chapter checks what it claims. */
export async function playLostCard(world: StoryWorld): Promise<Cases> {
  await bankIsBusy(world);
  const cases = await reporting(world);
  await freezing(world, cases);
  await reviewing(world, cases);
  await investigating(world, cases);
  await closing(world, cases);
  await surveying(world, cases);
  await satisfying(world);
  await proving(world, cases);
  await handingOver(world, cases);
  await publishing(world, cases);
  return cases;
}
