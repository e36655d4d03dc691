import { type Caseloop, caseloop } from 'caseloop/client';
import type { CaseForColleagues } from '../../client/operations.ts';
import { hour, minute } from '../../functions/shared/now.ts';
import type { Client } from '../client.ts';
import type { Laptop } from '../laptop.ts';
import { StoryBroken, type Teller } from './teller.ts';

export type CaseView = CaseForColleagues;

/** Where a story is played: the laptop, somebody who tells it, and a way to wait for what others do. */
export type StoryWorld = Teller & {
  laptop: Laptop;
  as: (id: string) => Promise<Client>;
  /** The typed client of the contract, as one of the people of the seed. */
  api: (id: string) => Caseloop;
  /** Says the sentence when it is true, and ends the story when it is not. */
  check: (sentence: string, isSo: boolean, butWas?: unknown) => void;
  /** Waits until there is an answer; ends the story when there never is. */
  until: <T>(what: string, look: () => Promise<T | undefined | false>) => Promise<T>;
  caseOf: (caseId: string) => Promise<CaseView>;
};

export function storyWorld(laptop: Laptop, teller: Teller, pass: (look: number) => Promise<void>): StoryWorld {
  const { as, cloud, tokenOf } = laptop;
  const api = (id: string) => caseloop({ url: cloud.apiUrl, token: () => tokenOf(id) });
  return {
    ...teller,
    laptop,
    as,
    api,
    check(sentence, isSo, butWas) {
      const was = butWas === undefined ? '' : `, but it was ${JSON.stringify(butWas)}`;
      if (!isSo) throw new StoryBroken(`Expected: ${sentence}${was}`);
      teller.holds(sentence);
    },
    async until(what, look) {
      for (let looks = 0; looks < 200; looks++) {
        const seen = await look();
        if (seen) return seen;
        await pass(looks);
      }
      throw new StoryBroken(`Expected: ${what}, but it did not happen`);
    },
    caseOf: async (caseId) => (await api('cyrus').getCase({ path: { caseId } })) as CaseView,
  };
}

/** Real time passes while the story waits: a tenth of a second a look. */
export const inRealTime = () => new Promise<void>((resolve) => setTimeout(resolve, 100));

/** The clock is moved while the story waits: seconds first, for retries, and more the longer it takes. */
export const inVirtualTime =
  ({ clock }: Pick<Laptop, 'clock'>) =>
  async (look: number): Promise<void> => {
    await clock.settle();
    await clock.advance(look < 30 ? 1_000 : look < 60 ? minute : hour);
  };
