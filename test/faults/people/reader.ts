import type { Mail } from '../simulator/post-office.ts';
import { PUBLIC_URL } from '../simulator/rows.ts';
import type { World } from '../simulator/world.ts';
import { insist } from './client.ts';
import type { Errands } from './errands.ts';
import { written } from './words.ts';

const day = 86_400_000;
/** Nobody reads a page and sends it at once. */
export const aMoment = 20_000;

/** The token behind the link of a mail, if it has one. */
export const tokenIn = (mail: Mail): string | undefined =>
  new RegExp(`${PUBLIC_URL}/surveys/([\\w-]+)`).exec(mail.text)?.[1];

export type Answer = { token: string; score: number; status: number; at: number };

/** A customer who is asked: a scanner opens the link first, then they answer soon, late, twice or never. */
export async function answerSurvey(world: World, mail: Mail, answered: (answer: Answer) => void): Promise<void> {
  const { clock, chance, api } = world;
  const token = tokenIn(mail);
  if (!token) return;
  if (chance.happens(0.5)) await api('GET', `/surveys/${token}`, { query: { score: '1' } });
  if (chance.happens(0.3)) return;
  const late = chance.happens(0.1);
  await clock.sleep(late ? chance.between(11 * day, 15 * day) : chance.between(60_000, 6 * day));
  const reading = late ? chance.between(aMoment, 4 * day) : aMoment; // some leave the page open, and come back to it
  const times = chance.happens(0.2) ? 2 : 1;
  await Promise.all(Array.from({ length: times }, () => submit(world, token, chance.between(1, 5), answered, reading)));
}

/** Every survey that is sent is answered like this, or not. */
export function answerSurveys({ world, during }: Errands, answers: Answer[]): void {
  world.watchers.add({
    mailed: (mail) =>
      mail.letter.startsWith('survey') && during(answerSurvey(world, mail, (answer) => answers.push(answer))),
  });
}

/** The token of the form that is shown behind a link, if it is one. */
export const formIn = (page: string): string => /name="_form" value="(\w+)"/.exec(page)?.[1] ?? '';

export async function submit(
  world: World,
  token: string,
  score: number,
  answered: (answer: Answer) => void,
  reading = aMoment,
): Promise<void> {
  const { text } = await insist(world, () => world.api('GET', `/surveys/${token}`));
  await world.clock.sleep(reading);
  const at = world.clock.now();
  const comment = world.chance.happens(0.3) && { comment: written('It went well.') };
  const form = { _form: formIn(text), satisfaction: String(score), ...comment };
  const { status } = await insist(world, () => world.api('POST', `/surveys/${token}`, { form }));
  answered({ token, score, status, at });
}
