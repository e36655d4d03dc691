import type { World } from '../simulator/world.ts';

/** What somebody does with a world: `during` keeps its life from ending before that is done. */
export type Errands = { world: World; during(work: Promise<unknown>): void };

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const carla = { id: 'carla', roles: '[agent]' };
export const ada = { id: 'ada', roles: '[admin]' };
