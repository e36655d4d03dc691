import type { World } from '../simulator/world.ts';

/** What somebody does with a world: `during` keeps its life from ending before that is done. */
export type Errands = { world: World; during(work: Promise<unknown>): void };

/** The errands of a world, and whether all of them are done. */
export function startErrands(world: World): { errands: Errands; allDone(): boolean } {
  let underWay = 0;
  const during = (work: Promise<unknown>): void => {
    underWay++;
    void work.then(() => underWay--);
  };
  return { errands: { world, during }, allDone: () => underWay === 0 };
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const carla = { id: 'carla', roles: '[agent]' };
export const ada = { id: 'ada', roles: '[admin]' };
