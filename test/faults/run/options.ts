import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    from: { type: 'string' },
    count: { type: 'string' },
    bug: { type: 'string' },
    named: { type: 'boolean', default: false },
  },
});
const number = (text: string | undefined) => (text === undefined ? undefined : Number.parseInt(text, 10));

/** What was asked for on the command line. */
export const options = {
  seed: number(values.seed),
  from: number(values.from),
  count: number(values.count),
  bug: values.bug,
  named: values.named,
};
