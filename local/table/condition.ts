import { type Attribute, compare, equal, type Item, NotSupported } from './attribute.ts';

export type Names = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, Attribute>>;
/** Whether an item, or the empty one, meets a condition with these names and values. */
export type Condition = (item: Item, names: Names, values: Values) => boolean;

const parsed = new Map<string, Condition>();

/**
 * A condition of attribute_exists, attribute_not_exists and comparisons of an attribute with a value, joined by AND and
 * OR, with brackets. Anything else is refused.
 */
export function condition(source: string): Condition {
  const known = parsed.get(source);
  if (known) return known;
  const tokens = source.match(/[()]|<=|>=|<>|[=<>]|[#:]?[A-Za-z_]\w*|\S/g) ?? [];
  const made = new Parser(tokens).whole();
  parsed.set(source, made);
  return made;
}

class Parser {
  readonly #tokens: string[];
  constructor(tokens: string[]) {
    this.#tokens = tokens;
  }

  whole(): Condition {
    const made = this.#either();
    if (this.#tokens.length > 0) throw new NotSupported(`Not understood in a condition: ${this.#tokens.join(' ')}`);
    return made;
  }

  #either(): Condition {
    let left = this.#both();
    while (this.#takes('OR')) left = or(left, this.#both());
    return left;
  }

  #both(): Condition {
    let left = this.#single();
    while (this.#takes('AND')) left = and(left, this.#single());
    return left;
  }

  #single(): Condition {
    const token = this.#next();
    if (token === '(') {
      const inner = this.#either();
      this.#expect(')');
      return inner;
    }
    if (token === 'attribute_exists' || token === 'attribute_not_exists') {
      this.#expect('(');
      const name = this.#next();
      this.#expect(')');
      const wanted = token === 'attribute_exists';
      return (item, names) => (item[nameOf(name, names)] !== undefined) === wanted;
    }
    return comparison(token, this.#next(), this.#next());
  }

  #takes(token: string): boolean {
    if (this.#tokens[0] !== token) return false;
    this.#tokens.shift();
    return true;
  }

  #next(): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new NotSupported('A condition ends too early');
    return token;
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) throw new NotSupported(`Expected ${token} in a condition, found ${found}`);
  }
}

const or =
  (left: Condition, right: Condition): Condition =>
  (...of) =>
    left(...of) || right(...of);
const and =
  (left: Condition, right: Condition): Condition =>
  (...of) =>
    left(...of) && right(...of);

const holds: Record<string, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function comparison(left: string, operator: string, right: string): Condition {
  if (operator === '=' || operator === '<>') {
    return (item, names, values) => {
      const found = item[nameOf(left, names)];
      if (operator === '<>') return !found || !equal(found, givenValue(right, values));
      return found !== undefined && equal(found, givenValue(right, values));
    };
  }
  const fits = holds[operator];
  if (!fits) throw new NotSupported(`Not understood in a condition: ${left} ${operator} ${right}`);
  return (item, names, values) => {
    const found = item[nameOf(left, names)];
    const order = found && compare(found, givenValue(right, values));
    return order !== undefined && fits(order);
  };
}

export function nameOf(token: string, names: Names): string {
  if (token.startsWith(':')) throw new NotSupported(`${token} stands where a name should`);
  const name = token.startsWith('#') ? names[token] : token;
  if (!name) throw new NotSupported(`The name ${token} is not defined`);
  return name;
}

export function givenValue(token: string, values: Values): Attribute {
  const value = values[token];
  if (!value) throw new NotSupported(`The value ${token} is not defined`);
  return value;
}
