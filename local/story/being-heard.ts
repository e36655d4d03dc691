import { campaigning } from './campaigning.ts';
import { recovering } from './recovering.ts';
import type { StoryWorld } from './world.ts';

/** A customer who is not content is called and asked again; many are asked in a campaign, and a report says how sure it is. */
export async function playBeingHeard(world: StoryWorld): Promise<string> {
  const james = await recovering(world);
  await campaigning(world);
  return james;
}
