import { breaching } from './breaching.ts';
import { complaining } from './complaining.ts';
import { rejecting } from './rejecting.ts';
import type { StoryWorld } from './world.ts';

/** Reza's complaint, and the instants of its story. */
export type Complaint = { reza: string; sunday: number };

/** A complaint that waits over a weekend and a holiday, is late, goes to the manager, and takes two people to reject. */
export async function playComplaint(world: StoryWorld): Promise<string> {
  const complaint = await complaining(world);
  await breaching(world, complaint);
  await rejecting(world, complaint);
  return complaint.reza;
}
