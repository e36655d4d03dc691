import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { entries } from '../../../infra/build.ts';
import type { Service } from '../stand-ins/service.ts';

const root = join(import.meta.dirname, '../../..');
const sources = (): string[] =>
  readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
const standIns = join(import.meta.dirname, '../stand-ins');
const started = entries();

/** A change of one source file, to see whether it is noticed. */
export type Patch = { readonly file: string; readonly find: string; readonly replace: string };

/** What the code of the functions sees of the world around it, which changes from simulation to simulation. */
export type Globals = {
  process: { env: Record<string, string | undefined> };
  console: Pick<Console, 'log'>;
  Date: DateConstructor;
  Math: Math;
  setTimeout: (task: () => void, milliseconds: number) => unknown;
  callService: (caller: string, service: Service, operation: string, input: object) => Promise<object>;
  chance: () => number;
};
export type Handler = (event: unknown, context: object) => Promise<unknown>;
/** Starts a function anew, as Lambda does in a fresh environment. */
export type Start = (entry: string) => Handler;

const names = ['process', 'console', 'Date', 'Math', 'setTimeout', 'callService', 'chance'] as const;

/**
 * All functions over stand-ins for the AWS clients. What an entry imports is evaluated once and holds no state; the
 * entry itself, with its clients, stores and what they remember, is evaluated at every start.
 */
export async function bundle(globals: Globals, patches: readonly Patch[] = []): Promise<Start> {
  const [library, ...starts] = await Promise.all([
    compile(libraryCode, patches),
    ...started.map((entry) => compile(`module.exports = require('./functions/${entry}.ts')`, patches, importsOutside)),
  ]);
  const given = names.map((name) => globals[name]);
  const run = (code: Code, require: (path: string) => unknown) => {
    const module = { exports: {} };
    code(module.exports, require, module, ...given);
    return module.exports;
  };
  const { modules } = run(library, createRequire(join(root, 'package.json'))) as { modules: Modules };
  const codeOf = new Map(started.map((entry, index) => [entry, starts[index] as Code]));
  return (entry) => {
    const code = codeOf.get(entry);
    if (!code) throw new Error(`There is no function ${entry}`);
    return (run(code, (path) => modules[path]?.()) as { handler: Handler }).handler;
  };
}

type Modules = Record<string, () => unknown>;
type Code = (exports: object, require: (path: string) => unknown, module: object, ...globals: unknown[]) => void;

const imported = sources().filter((file) => !started.includes(file.replace(/\.ts$/, '')));
const libraryCode = `exports.modules = {
  ${imported.map((file) => `${JSON.stringify(join(root, 'functions', file))}: () => require('./functions/${file}'),`).join('\n')}
  'zod/mini': () => require('zod/mini'),
};`;

async function compile(contents: string, patches: readonly Patch[], ...plugins: Plugin[]): Promise<Code> {
  const built = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['zod/mini', 'canonicalize'],
    plugins: [...plugins, standInForAws, applying([...patches, ...onlyOnce])],
    logLevel: 'error',
  });
  return compileFunction(built.outputFiles[0]?.text ?? '', ['exports', 'require', 'module', ...names]) as Code;
}

const importsOutside: Plugin = {
  name: 'imports-outside',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) =>
      importer.endsWith('.ts') ? { path: join(resolveDir, path), external: true } : undefined,
    );
  },
};

// An event is written once and read hundreds of times in a life; reading and folding are pure. Doing each of both once
// changes nothing but the time it takes. What was last in a history, and at which place, tells all of it.
const onlyOnce: readonly Patch[] = [
  {
    // All functions run in one process here, and yet each has a connection of its own.
    file: 'shared/clients.ts',
    find: 'tables ??= new',
    replace: 'tables = new',
  },
  {
    file: 'case/case-store.ts',
    find: 'return items.map(readEvent);',
    replace: `const last = items.at(-1)?.event?.S ?? '';
    const known = histories.get(last);
    const events = known?.length === items.length ? known : items.map(readEvent);
    histories.set(last, events);
    return [...events];`,
  },
  {
    file: 'case/case-store.ts',
    find: "CaseEvent.parse(JSON.parse(item.event?.S ?? 'null'));",
    replace: `((text) => {
      const known = read.get(text) ?? CaseEvent.parse(JSON.parse(text));
      read.set(text, known);
      return known;
    })(item.event?.S ?? 'null');
    const recent = <T,>(most: number) => {
      let [now, before] = [new Map<string, T>(), new Map<string, T>()];
      return {
        get: (text: string) => now.get(text) ?? before.get(text),
        set(text: string, one: T) {
          if (now.size > most) [now, before] = [new Map(), now];
          now.set(text, one);
        },
      };
    };
    const read = recent<CaseEvent>(10_000);
    const histories = recent<CaseEvent[]>(2_000);`,
  },
  {
    file: 'case/case-store.ts',
    find: 'events.reduce(evolve, nothing);',
    replace: `{
      let length = events.length;
      while (length > 0 && folded.get(events[length - 1])?.length !== length) length--;
      let current = folded.get(events[length - 1])?.current ?? nothing;
      for (const event of events.slice(length)) {
        current = evolve(current, event);
        folded.set(event, { length: ++length, current });
      }
      return current;
    };
    const folded = new WeakMap<CaseEvent, { length: number; current: Case }>();`,
  },
];

const standInForAws: Plugin = {
  name: 'stand-ins',
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\// }, ({ path }) => ({
      path: join(standIns, `${path.slice(9).replace(/-manager$/, '')}.ts`),
    }));
    build.onResolve({ filter: /^node:async_hooks$/ }, () => ({ path: join(standIns, 'async-hooks.ts') }));
    build.onResolve({ filter: /^node:zlib$/ }, () => ({ path: join(standIns, 'zlib.ts') }));
    build.onResolve({ filter: /^node:crypto$/ }, ({ importer }) =>
      importer.startsWith(standIns) ? { path: 'node:crypto', external: true } : { path: join(standIns, 'crypto.ts') },
    );
  },
};

const applying = (patches: readonly Patch[]): Plugin => ({
  name: 'patches',
  setup(build) {
    for (const file of new Set(patches.map((patch) => patch.file))) {
      const own = patches.filter((patch) => patch.file === file);
      build.onLoad({ filter: new RegExp(`/functions/${file.replaceAll('.', '\\.')}$`) }, ({ path }) => ({
        contents: own.reduce(patched, readFileSync(path, 'utf8')),
        loader: 'ts',
      }));
    }
  },
});

/** @throws Error when the text to be replaced is not there exactly once: the source has moved on */
export function patched(source: string, { file, find, replace }: Patch): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${file}: expected once, found ${parts.length - 1} times: ${find}`);
  return parts.join(replace);
}
