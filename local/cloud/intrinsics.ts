import type { Stack } from './assembly.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** What a template refers to by name; each answer is final (no intrinsics left in it). */
export interface References {
  ref(stack: Stack, logicalId: string): string;
  attribute(stack: Stack, logicalId: string, name: string): string;
  exported(name: string): Json;
  /** `{{resolve:…}}`: the text between the braces without `resolve:`. */
  dynamic(reference: string): string;
  /** A composed text as it must read on this machine (the API's address becomes the local one). */
  localized(text: string): string;
}

/** Resolves CloudFormation's intrinsic functions; `undefined` stands for AWS::NoValue and is left out of what holds it. */
export function resolve(value: Json, stack: Stack, references: References): Json | undefined {
  const into = (inner: Json) => resolve(inner, stack, references);
  const text = (inner: Json) => {
    const resolved = into(inner);
    if (resolved === undefined || isObject(resolved) || Array.isArray(resolved))
      throw new Error(`${stack.name}: expected a text, got ${JSON.stringify(inner)}`);
    return String(resolved);
  };
  const list = (inner: Json): Json[] => {
    const resolved = into(inner);
    if (!Array.isArray(resolved)) throw new Error(`${stack.name}: expected a list, got ${JSON.stringify(inner)}`);
    return resolved;
  };
  const holds = (condition: Json): boolean => {
    const [name, argument] = onlyEntry(condition) ?? [];
    const operands = Array.isArray(argument) ? argument : [];
    if (typeof condition === 'string') return holds(stack.template.Conditions[condition] ?? null);
    if (name === 'Condition' && typeof argument === 'string') return holds(argument);
    if (name === 'Fn::Equals') return text(operands[0] ?? '') === text(operands[1] ?? '');
    if (name === 'Fn::And') return operands.every(holds);
    if (name === 'Fn::Or') return operands.some(holds);
    if (name === 'Fn::Not') return !holds(operands[0] ?? null);
    throw new Error(`${stack.name}: unknown condition ${JSON.stringify(condition)}`);
  };

  const functions: Record<string, (argument: Json) => Json | undefined> = {
    Ref: (id) => (id === 'AWS::NoValue' ? undefined : references.ref(stack, String(id))),
    'Fn::GetAtt': (argument) => {
      const [id, ...name] = Array.isArray(argument) ? argument.map(text) : String(argument).split('.');
      return references.attribute(stack, id ?? '', name.join('.'));
    },
    'Fn::Join': (argument) => {
      const [separator, parts] = pair(argument);
      return references.localized(list(parts).join(String(separator)));
    },
    'Fn::Sub': (argument) => {
      const [pattern, variables] = typeof argument === 'string' ? [argument, {}] : pair(argument);
      const known = isObject(variables) ? variables : {};
      const filled = String(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
        if (literal) return `\${${name}}`;
        if (name in known) return text(known[name] as Json);
        return text(name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name });
      });
      return references.localized(filled);
    },
    'Fn::Select': (argument) => {
      const [index, items] = pair(argument);
      return list(items)[Number(text(index))];
    },
    'Fn::Split': (argument) => {
      const [separator, whole] = pair(argument);
      return text(whole).split(String(separator));
    },
    'Fn::If': (argument) => {
      const [condition, yes, no] = argument as Json[];
      return into((holds(condition ?? null) ? yes : no) ?? null);
    },
    'Fn::FindInMap': (argument) => {
      const [map = '', top = '', second = ''] = list(argument).map(String);
      return stack.template.Mappings[map]?.[top]?.[second];
    },
    'Fn::ImportValue': (name) => references.exported(text(name)),
    'Fn::Base64': (argument) => Buffer.from(text(argument)).toString('base64'),
  };

  if (typeof value === 'string')
    return value.replace(/\{\{resolve:([^}]+)\}\}/g, (_, reference: string) => references.dynamic(reference));
  if (Array.isArray(value)) return value.map(into).filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  const [name, argument] = onlyEntry(value) ?? [];
  const call = name === undefined ? undefined : functions[name];
  if (call && argument !== undefined) return call(argument);
  if (name?.startsWith('Fn::')) throw new Error(`${stack.name}: ${name} is not known here`);
  const resolved: JsonObject = {};
  for (const [key, inner] of Object.entries(value)) {
    const result = into(inner);
    if (result !== undefined) resolved[key] = result;
  }
  return resolved;
}

/** Whether the condition of this name holds in this stack. */
export const conditionHolds = (name: string, stack: Stack, references: References): boolean =>
  resolve({ 'Fn::If': [name, true, false] }, stack, references) === true;

function onlyEntry(value: Json): [string, Json] | undefined {
  const entries = isObject(value) ? Object.entries(value) : [];
  return entries.length === 1 ? entries[0] : undefined;
}

function pair(argument: Json): [Json, Json] {
  if (!Array.isArray(argument) || argument.length !== 2)
    throw new Error(`Expected two arguments, got ${JSON.stringify(argument)}`);
  return argument as [Json, Json];
}
