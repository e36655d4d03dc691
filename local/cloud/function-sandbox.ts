import { Console } from 'node:console';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Writable } from 'node:stream';
import { compileFunction, constants } from 'node:vm';

/** What a function may know of the machine it runs on. */
export interface Sandbox {
  /** All of its environment; nothing of this process's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly date: DateConstructor;
  onLog(line: string): void;
}

/**
 * Loads a CommonJS bundle as Lambda does at a cold start and returns its exports. It runs in this process with its own
 * `process.env`, console and time; everything else (fetch, Buffer, timers) is this process's.
 */
export function loadBundle(
  code: string,
  filename: string,
  { environment, date, onLog }: Sandbox,
): Record<string, unknown> {
  const output = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, written) {
      onLog(String(chunk).trimEnd());
      written();
    },
  });
  const own = {
    env: { ...environment },
    stdout: output,
    stderr: output,
    emitWarning: (warning: unknown) => onLog(String(warning)),
  };
  const sandboxed = Object.create(process, Object.getOwnPropertyDescriptors(own));
  const node = createRequire(filename);
  const require = (id: string) => (id === 'process' || id === 'node:process' ? sandboxed : node(id));
  const globals = {
    process: sandboxed,
    console: new Console({ stdout: output, stderr: output }),
    Date: date,
  };
  const module: { exports: Record<string, unknown> } = { exports: {} };
  compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname', ...Object.keys(globals)], {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })(module.exports, require, module, filename, dirname(filename), ...Object.values(globals));
  return module.exports;
}
