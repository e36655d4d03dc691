import { hour, minute } from '../../functions/shared/now.ts';
import type { StoryWorld } from './world.ts';

/** The one-time value of the form on a page. */
export const formIn = (page: string): string => /name="_form" value="(\w+)"/.exec(page)?.[1] ?? '';

/** Where a mail leads to. */
export const linkIn = ({ text = '' }: { text?: string | undefined }): string =>
  /https?:\/\/\S+\/surveys\/[\w-]+/.exec(text)?.[0] ?? '';

type Said = Record<string, string | string[]>;

/** The forms behind these links, opened, looked at for a minute, and sent as each of them says; the status of each. */
export async function answerAll({ laptop }: StoryWorld, links: { url: string; said: Said }[]): Promise<number[]> {
  const shown = await Promise.all(links.map(async ({ url }) => formIn(await (await fetch(url)).text())));
  await laptop.clock.advance(minute);
  const sent = links.map(({ url, said }, index) => {
    const body = new URLSearchParams({ _form: shown[index] ?? '' });
    for (const [id, values] of Object.entries(said)) for (const one of [values].flat()) body.append(id, one);
    return fetch(url, { method: 'POST', body });
  });
  return (await Promise.all(sent)).map(({ status }) => status);
}

/** The clock is moved hour by hour until there is such a mail: nobody is asked at night. */
export async function untilAsked<T>({ laptop, until }: StoryWorld, look: () => T | undefined): Promise<T> {
  for (let hours = 0; hours < 30 && !look(); hours++) {
    await laptop.clock.settle();
    await laptop.clock.advance(hour);
  }
  return until('the invitation arrives', async () => look());
}
