import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { files, read, root } from './source/tree.ts';

type Package = {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const own = JSON.parse(read('package.json')) as Package;
const written = files().filter((file) => /\.(ts|md|json|html|ya?ml|toml|sh)$|^\.|\/run$/.test(file));

test('nothing names a place on the machine it was written on', () => {
  const place = /(?<![\w.:/-])\/(?:work|home|root|tmp|Users|private|mnt)\/|[A-Z]:\\\\Users/;
  expect(written.filter((file) => place.test(read(file).replaceAll('(?:work|home', '')))).toEqual([]);
});

test('nothing names a host that packages were fetched from', () => {
  const host = /https?:\/\/[\w.-]*(?:registry|npmjs|yarnpkg|verdaccio|artifactory|nexus)[\w.-]*/i;
  expect(written.filter((file) => host.test(read(file)))).toEqual([]);
});

test('each dependency is of one exact version', () => {
  const all = { ...own.dependencies, ...own.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the lock file says what is in a package, not where one machine got it', () => {
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, object & { resolved?: string }> };
  const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
  expect(packages.filter(([, one]) => one.resolved).map(([name]) => name)).toEqual([]);
  expect(packages.filter(([, one]) => !('integrity' in one) && !('inBundle' in one)).map(([name]) => name)).toEqual([]);
});

test('every command that a page tells to run exists', () => {
  const pages = files().filter((file) => file.endsWith('.md'));
  const told = pages.flatMap((page) => [...read(page).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]);
  const missing = told.map(([, script, short]) => script ?? short ?? '').filter((script) => !(script in own.scripts));
  expect(missing).toEqual([]);
});

test('every file that a command runs, and every page that a page points to, exists', () => {
  const run = Object.values(own.scripts).flatMap((command) => command.match(/\b[\w/-]+\.ts\b/g) ?? []);
  expect(run.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const links = files()
    .filter((file) => file.endsWith('.md'))
    .flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, to = '']) => join(root, page, '..', to)),
    );
  expect(links.filter((file) => !existsSync(file))).toEqual([]);
});
