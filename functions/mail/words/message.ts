/**
 * A mail between its words and its looks: what is said, in order, in one language.
 * Sentences are plain text in which foreign parts are isolated; `message-text.ts` and `message-html.ts` show them.
 */
export type Message = { subject: string; heading: string; blocks: Block[] };

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; rows: Fact[] }
  | { kind: 'steps'; heading: string; items: string[] }
  | { kind: 'cards'; items: Card[] }
  | { kind: 'scale'; choices: Choice[]; lowest: string; highest: string; open: string; url: string }
  | { kind: 'note'; text: string }
  | { kind: 'link'; text: string; url: string; quiet?: true };

export type Fact = { label: string; value: string };

/** One thing of several: a title, a mark that says how urgent it is, and a line of details. */
export type Card = { title: string; mark: string; urgent: boolean; details: string };

/** One value of a rating scale: how it is shown, how it is read aloud, where it leads. */
export type Choice = { mark: string; label: string; url: string };

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const facts = (...rows: Fact[]): Block => ({ kind: 'facts', rows });
