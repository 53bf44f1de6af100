import { Defect } from '../../shared/core/errors.ts';
import type { Method, Operation } from './operation.ts';
import { inNamedProject, requestSegments, segmentsOf } from './path.ts';

export type Match =
  | { kind: 'operation'; operation: Operation; params: Record<string, string> }
  | { kind: 'preflight'; allow: string[] }
  | { kind: 'wrong method'; allow: string[] }
  | { kind: 'nowhere' };

type Mounted = { operation: Operation; names: string[] };
type Node = { literals: Map<string, Node>; variable: Node | undefined; methods: Map<Method, Mounted> };
const emptyNode = (): Node => ({ literals: new Map(), variable: undefined, methods: new Map() });

/** Finds the operation for a method and path. Built once; two operations at one route are refused when it is built. */
export class Router {
  readonly #root = emptyNode();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) {
      this.#mount(operation, operation.path);
      if (operation.perProject) this.#mount(operation, inNamedProject(operation.path));
    }
  }

  match(method: string, path: string): Match {
    const found = find(this.#root, requestSegments(path), []);
    if (!found) return { kind: 'nowhere' };
    const { methods } = found.node;
    const allow = [...methods.keys(), ...(methods.has('GET') ? ['HEAD'] : []), 'OPTIONS'].sort();
    if (method === 'OPTIONS') return { kind: 'preflight', allow };
    const mounted = methods.get(method === 'HEAD' ? 'GET' : (method as Method));
    if (!mounted) return { kind: 'wrong method', allow };
    const params = Object.fromEntries(mounted.names.map((name, at) => [name, found.values[at] ?? '']));
    return { kind: 'operation', operation: mounted.operation, params };
  }

  #mount(operation: Operation, path: string): void {
    let at = this.#root;
    const names: string[] = [];
    for (const { name, variable } of segmentsOf(path)) {
      if (variable) {
        if (names.includes(name)) throw new Defect(`The route "${path}" uses {${name}} twice.`);
        names.push(name);
        at.variable ??= emptyNode();
        at = at.variable;
      } else {
        const next = at.literals.get(name) ?? emptyNode();
        at.literals.set(name, next);
        at = next;
      }
    }
    const taken = at.methods.get(operation.method);
    if (taken) throw new Defect(`${operation.method} ${path} is the same route as ${taken.operation.path}.`);
    at.methods.set(operation.method, { operation, names });
  }
}

/** A literal segment wins over a variable one, and if it leads nowhere, the variable one is tried. */
const find = (from: Node, rest: string[], values: string[]): { node: Node; values: string[] } | undefined => {
  const [segment, ...others] = rest;
  if (segment === undefined) return from.methods.size > 0 ? { node: from, values } : undefined;
  const literal = from.literals.get(segment);
  const found = literal && find(literal, others, values);
  if (found) return found;
  if (!from.variable || segment === '') return undefined;
  return find(from.variable, others, [...values, segment]);
};
