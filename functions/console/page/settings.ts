import type { ConsoleSettings } from '../console-page.ts';

/** What the function that served this page says of its stage. */
export const settings = JSON.parse(
  document.querySelector<HTMLMetaElement>('meta[name=console-settings]')?.content ?? '{}',
) as ConsoleSettings;
