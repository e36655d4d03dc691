/** The script in each pack: checks it with nothing but Node, whoever made it and wherever it is. */
export const verifyScript = `// Checks a pack of evidence. Needs Node.js 20 or later, no network and nothing else:
//
//   node verify.mjs
//
// Says what holds, names the first that does not, and ends with 1 then.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const read = (name) => readFileSync(join(folder, name));
const json = (name) => JSON.parse(read(name).toString('utf8'));
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

// RFC 8785: names in order, no blanks, numbers as ECMAScript writes them.
function canonical(value) {
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort().map((name) => JSON.stringify(name) + ':' + canonical(value[name]));
  return '{' + members.join(',') + '}';
}

function refuse(what) {
  console.log('NOT OK  ' + what);
  process.exit(1);
}
const holds = (what) => console.log('ok      ' + what);

// 1. What the pack says of itself.
const manifest = json('manifest.json');

// 2. Each event carries the hash of the one before it, and its own over all that is in it.
const events = json('events.json');
let head = '';
events.forEach((event, index) => {
  const { hash, ...content } = event;
  const seq = index + 1;
  if (event.seq !== seq) refuse('event ' + seq + ' is missing or out of order');
  if (event.caseId !== manifest.caseId) refuse('event ' + seq + ' is of another case');
  if (event.before !== head) refuse('event ' + seq + ' does not follow the one before');
  if (sha256(canonical(content)) !== hash) refuse('event ' + seq + ' was changed');
  head = hash;
});
if (events.length !== manifest.events) refuse('event ' + (events.length + 1) + ' is missing: there were ' + manifest.events);
if (head !== manifest.head) refuse('event ' + events.length + ' is not the last that the manifest names');
holds('the chain of ' + events.length + ' events, up to ' + head);

// 3. What was written is what the events commit to.
for (const { reference, text, salt } of json('texts.json')) {
  const commitment = reference.split('.')[1];
  if (commitment && sha256(JSON.stringify([salt, text])) !== commitment) refuse('text ' + reference + ' was changed');
}
holds('every text, by the commitment in its event');

// 4. The chain is under a root that was published (RFC 9162).
const from = (digits) => Buffer.from(digits, 'hex');
const node = (left, right) => sha256(Buffer.of(1), from(left), from(right));
function rootOf(leaf, index, size, path) {
  if (size === 1) return path.length === 0 ? leaf : undefined;
  const split = 2 ** Math.floor(Math.log2(size - 1));
  const sibling = path.at(-1);
  if (sibling === undefined) return undefined;
  const onLeft = index < split;
  const below = rootOf(leaf, onLeft ? index : index - split, onLeft ? split : size - split, path.slice(0, -1));
  return below && (onLeft ? node(below, sibling) : node(sibling, below));
}
if (existsSync(join(folder, 'proof.json'))) {
  const { root, leaves } = json('proof.json');
  for (const { seq, hash, proof } of leaves) {
    const leaf = sha256(Buffer.of(0), canonical({ caseId: manifest.caseId, seq, hash }));
    if (rootOf(leaf, proof.index, proof.size, proof.path) !== root.hash) refuse('event ' + seq + ' is not under the root');
    if (events[seq - 1]?.hash !== hash) refuse('event ' + seq + ' or one before it was published otherwise');
  }
  holds('the root ' + root.hash + ' over ' + root.size + ' leaves; compare it with the one you were sent');
} else console.log('        no root was published yet');

// 5. Every file is the one that was packed.
const here = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\\\', '/'));
for (const { name, sha256: expected } of manifest.files) {
  if (!here.includes(name)) refuse(name + ' is missing');
  if (sha256(read(name)) !== expected) refuse(name + ' was changed');
}
const known = ['manifest.json', ...manifest.files.map(({ name }) => name)];
const added = here.find((name) => !known.includes(name));
if (added) refuse(added + ' was added');
holds('all ' + manifest.files.length + ' files are as they were packed');
`;
