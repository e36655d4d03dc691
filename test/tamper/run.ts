import { parseArgs, styleText } from 'node:util';
import { tamper } from './play.ts';

// npm run audit:tamper [-- --count 10000 --seed 1]: everything that can be done to stored events, and whether it is found
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = Number(values.count ?? 10_000);
const began = performance.now();
const { byKind, missed } = await tamper(count, Number(values.seed ?? 1));
const seconds = ((performance.now() - began) / 1000).toFixed(1);

const columns = (what: string, ...numbers: (string | number)[]) =>
  `  ${what.padEnd(42)}${numbers.map((one) => String(one).padStart(9)).join('')}`;
console.log(styleText('bold', `\n${count.toLocaleString('en')} changes to stored events`));
console.log(styleText('dim', columns('', 'made', 'found', 'by root')));
for (const [name, { done, found, byRootOnly }] of Object.entries(byKind)) {
  const mark = found === done ? styleText('green', '✓') : styleText('red', '✗');
  console.log(`${mark}${columns(name, done, found, byRootOnly || '').slice(1)}`);
}
for (const line of missed.slice(0, 10)) console.log(styleText('red', `  ${line}`));
const found = count - missed.length;
const all = `${found.toLocaleString('en')} of ${count.toLocaleString('en')} found, each with the number of the first event that does not fit`;
console.log(`\n${styleText(missed.length === 0 ? 'green' : 'red', all)}  ${styleText('dim', `${seconds} s`)}`);
console.log(styleText('dim', 'by root: the chain is whole again, and only what was published tells'));
process.exitCode = missed.length === 0 ? 0 : 1;
