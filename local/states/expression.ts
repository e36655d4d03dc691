import jsonata from 'jsonata';
import { chanceFunctions, pureFunctions } from './functions.ts';
import { isObject, type Json } from './json.ts';

/** What the names in an expression mean: the variables in scope, `states`, and what depends on time or chance. */
export type Names = { readonly [name: string]: unknown };
export type Chance = { readonly random: () => number; readonly now: number };

export type Expression = {
  readonly source: string;
  /** The answer of a plain path, or undefined where only the library can tell. */
  quick(names: Names): Json | undefined;
  run(names: Names, chance: Chance): Promise<unknown>;
};

const PATH = /^\$([A-Za-z_]\w*)((?:\.[A-Za-z_]\w*)*)$/;
const KEYWORDS = /\.(?:and|or|in|true|false|null|function)(?![\w])/;
const USES_CHANCE = /\$(?:random|uuid|now|millis|shuffle)\b/;

const compiled = new Map<string, Expression>();

/** Throws the library's error for text that is no JSONata. */
export function compileExpression(source: string): Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = prepare(source);
  compiled.set(source, expression);
  return expression;
}

function prepare(source: string): Expression {
  const library = jsonata(source);
  library.assign('eval', undefined);
  for (const [name, { implementation, signature }] of Object.entries(pureFunctions))
    library.registerFunction(name, implementation, signature);
  const usesChance = USES_CHANCE.test(source);
  const [, variable, path = ''] = (KEYWORDS.test(source) ? null : PATH.exec(source)) ?? [];
  const keys = path.split('.').slice(1);
  return {
    source,
    quick: variable === undefined ? () => undefined : (names) => follow(names[variable], keys),
    run: (names, chance) =>
      library.evaluate(undefined, usesChance ? Object.assign(Object.create(names), chanceFunctions(chance)) : names),
  };
}

/** Through plain objects only: what a path does to a list, or to a name that is not there, the library says. */
function follow(start: unknown, keys: readonly string[]): Json | undefined {
  let value = start as Json | undefined;
  for (const key of keys) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
