import { ACCOUNT } from './account.ts';

/** Where names of a template lead. Every function throws when the name is unknown. */
export type Scope = {
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  importValue(name: string): unknown;
  condition(name: string): boolean;
  mapping(name: string, first: string, second: string): unknown;
};

/** `Ref: AWS::NoValue`: the property or element is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

/** Replaces every intrinsic function in a value. An unknown `Fn::` is an error, never left as it is. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [''];
  if (entries.length === 1 && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))) {
    const intrinsic = INTRINSICS[name];
    // A policy statement's `Condition` is an object; only `{Condition: "name"}` refers to a condition.
    if (intrinsic && (name !== 'Condition' || typeof argument === 'string')) return intrinsic(argument, scope);
    if (!intrinsic) throw new Error(`intrinsic function ${name} is not supported locally`);
  }
  const resolved = entries.map(([key, item]) => [key, resolve(item, scope)] as const);
  return Object.fromEntries(resolved.filter(([, item]) => item !== NO_VALUE));
}

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (name, scope) => (name === 'AWS::NoValue' ? NO_VALUE : scope.ref(text(name, scope))),
  Condition: (name, scope) => scope.condition(text(name, scope)),
  'Fn::GetAtt': (path, scope) => {
    const [logicalId = '', ...rest] = typeof path === 'string' ? path.split('.') : list(path, scope).map(String);
    return scope.attribute(logicalId, rest.join('.'));
  },
  'Fn::ImportValue': (name, scope) => scope.importValue(text(name, scope)),
  'Fn::Join': (argument, scope) => {
    const [separator, items] = argument as [string, unknown];
    return list(items, scope).map(String).join(separator);
  },
  'Fn::Split': (argument, scope) => {
    const [separator, source] = argument as [string, unknown];
    return text(source, scope).split(separator);
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = argument as [number | string, unknown];
    const chosen = list(items, scope)[Number(index)];
    if (chosen === undefined) throw new Error(`Fn::Select has no element ${index}`);
    return chosen;
  },
  'Fn::Sub': (argument, scope) => {
    const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
    return substitute(text(template, scope), (own ?? {}) as Record<string, unknown>, scope);
  },
  'Fn::If': (argument, scope) => {
    const [condition, whenTrue, whenFalse] = argument as [string, unknown, unknown];
    const branch = scope.condition(condition) ? whenTrue : whenFalse;
    return resolve(branch, scope);
  },
  'Fn::FindInMap': (argument, scope) => {
    const [name = '', first = '', second = ''] = list(argument, scope).map(String);
    return scope.mapping(name, first, second);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, scope);
    return String(left) === String(right);
  },
  'Fn::And': (argument, scope) => list(argument, scope).every(Boolean),
  'Fn::Or': (argument, scope) => list(argument, scope).some(Boolean),
  'Fn::Not': (argument, scope) => !list(argument, scope)[0],
  'Fn::GetAZs': () => ['a', 'b', 'c'].map((zone) => `${ACCOUNT.region}${zone}`),
  'Fn::Base64': (argument, scope) => Buffer.from(text(argument, scope)).toString('base64'),
};

function substitute(template: string, own: Record<string, unknown>, scope: Scope): string {
  return template.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in own) return String(resolve(own[name], scope));
    const [logicalId = '', ...rest] = name.split('.');
    return String(rest.length > 0 ? scope.attribute(logicalId, rest.join('.')) : scope.ref(name));
  });
}

function text(value: unknown, scope: Scope): string {
  const resolved = resolve(value, scope);
  if (typeof resolved !== 'string') throw new Error(`expected a string, found ${JSON.stringify(resolved)}`);
  return resolved;
}

function list(value: unknown, scope: Scope): unknown[] {
  const resolved = resolve(value, scope);
  if (!Array.isArray(resolved)) throw new Error(`expected a list, found ${JSON.stringify(resolved)}`);
  return resolved;
}
