import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, from: { type: 'string' }, count: { type: 'string' }, bug: { type: 'string' } },
});
const number = (text: string | undefined) => (text === undefined ? undefined : Number.parseInt(text, 10));

/** What was asked for on the command line. */
export const options = {
  seed: number(values.seed),
  from: number(values.from),
  count: number(values.count),
  bug: values.bug,
};
