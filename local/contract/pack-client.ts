import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

// npm run client: the typed client as a package that a client application installs, with nothing else in it
const root = join(import.meta.dirname, '../..');
const [out = join(root, 'dist')] = process.argv.slice(2);
const folder = join(out, 'client');
rmSync(folder, { recursive: true, force: true });
execFileSync('npx', ['--no-install', 'tsc', '-p', 'client', '--outDir', folder], { cwd: root, stdio: 'inherit' });

const { name, version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entry = (file: string) => ({ types: `./${file}.d.ts`, default: `./${file}.js` });
const exports = { './client': entry('caseloop'), './client/problem': entry('problem') };
const description = 'The API of a Caseloop, one method for each route';
const about = { name, version, description, license, engines, type: 'module', sideEffects: false, exports };
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(about, null, 2)}\n`);
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));

const packed = execFileSync('npm', ['pack', folder, '--pack-destination', out, '--silent'], { encoding: 'utf8' });
console.log(`npm install ${join(basename(out), packed.trim())}`);
