import { campaigning } from './campaigning.ts';
import { james, recovering } from './recovering.ts';
import type { StoryWorld } from './world.ts';

/**
 * A customer who is not content is called and asked again; many are asked in a campaign, and a report says how sure it
 * is. `meanwhile` is another story, in whose days his case is closed and he is asked.
 */
export async function playBeingHeard(world: StoryWorld, meanwhile?: () => Promise<unknown>): Promise<string> {
  const caseId = await james(world);
  await meanwhile?.();
  await recovering(world, caseId);
  await campaigning(world);
  return caseId;
}
