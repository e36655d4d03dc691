import { Console } from 'node:console';
import { createRequire, Module } from 'node:module';
import { Writable } from 'node:stream';

/** What a function may know of the machine it runs on. */
export interface Sandbox {
  /** All of its environment; nothing of this process's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly date: DateConstructor;
  /** Modules of Node that are others here, by their names. */
  readonly modules?: Readonly<Record<string, unknown>>;
  onLog(line: string): void;
}

// What Node's own loader calls for each CommonJS file; unlike `vm`, code compiled so may `import()` without a warning.
type Compiling = Module & { _compile(code: string, filename: string): void };
type Bundle = (exports: object, require: (id: string) => unknown, module: object, ...globals: unknown[]) => void;

/**
 * Loads a CommonJS bundle as Lambda does at a cold start and returns its exports. It runs in this process with its own
 * `process.env`, console and time; everything else (fetch, Buffer, timers) is this process's.
 */
export function loadBundle(code: string, filename: string, sandbox: Sandbox): Record<string, unknown> {
  const output = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, written) {
      sandbox.onLog(String(chunk).trimEnd());
      written();
    },
  });
  // Warnings are about the Node of this machine, which is not the one the function will have.
  const own = { env: { ...sandbox.environment }, stdout: output, stderr: output, emitWarning: () => undefined };
  const globals = {
    process: Object.create(process, Object.getOwnPropertyDescriptors(own)),
    console: new Console({ stdout: output, stderr: output }),
    Date: sandbox.date,
  };
  const run = compiled(code, filename, Object.keys(globals));
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const node = createRequire(filename);
  const modules: Sandbox['modules'] = { ...sandbox.modules, 'node:process': globals.process };
  const require = (id: string) => modules[`node:${id.replace(/^node:/, '')}`] ?? node(id);
  run(module.exports, require, module, ...Object.values(globals));
  return module.exports;
}

const known = new Map<string, Bundle>();

/** Another cloud of this process that loads the same file does not compile it again. */
function compiled(code: string, filename: string, globals: readonly string[]): Bundle {
  const key = `${filename}\n${code}`;
  const before = known.get(key);
  if (before) return before;
  const names = ['exports', 'require', 'module', ...globals];
  const made = new Module(filename) as Compiling;
  const required = code.replaceAll(/\bimport\(("node:\w+")\)/g, 'Promise.resolve(require($1))');
  made._compile(`module.exports = (function (${names}) {${required}\n});`, filename); // with brackets it is compiled at once
  known.set(key, made.exports as Bundle);
  return made.exports as Bundle;
}
