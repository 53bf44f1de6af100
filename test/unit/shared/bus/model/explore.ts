import { brokenBetween, brokenIn, isSettled, PROMISES } from './invariants.ts';
import type { Scope } from './scopes/scope.ts';
import { initialState, type State } from './state.ts';
import type { Edge } from './steps/actors.ts';
import { clientSteps } from './steps/clients.ts';
import { messageSteps } from './steps/messages.ts';
import { sweeperSteps } from './steps/sweeper.ts';
import { workerSteps } from './steps/workers.ts';

export type Exploration = {
  states: number;
  edges: number;
  /** The invariant that does not hold, and the steps that lead there. */
  broken?: { invariant: string; trace: string[] };
};

/** Gives equal values equal numbers; parts that states share are looked at once. */
class Numbers {
  readonly #byText = new Map<string, number>();
  readonly #byPart = new WeakMap<object, number>();

  of(part: unknown): number {
    if (typeof part !== 'object' || part === null) return this.#ofText(String(part));
    let known = this.#byPart.get(part);
    if (known === undefined) {
      known = this.#ofText(Array.isArray(part) ? `[${part.map((one) => this.of(one)).join()}` : JSON.stringify(part));
      this.#byPart.set(part, known);
    }
    return known;
  }

  ofState(state: State): number {
    const { workers, ...rest } = state;
    const alike = workers.map((worker) => this.of(worker)).sort((a, b) => a - b);
    const parts = Object.values(rest).map((part) => this.of(part));
    return this.#ofText(`${parts.join()}|${alike.join()}`);
  }

  #ofText(text: string): number {
    let known = this.#byText.get(text);
    if (known === undefined) {
      known = this.#byText.size;
      this.#byText.set(text, known);
    }
    return known;
  }
}

type Node = { state: State; from: Node | undefined; by: string; helpedBy: Node[]; ends: boolean };

const traceTo = (node: Node): string[] => (node.from ? [...traceTo(node.from), node.by] : []);

/** Every state that can be reached, in breadth: the trace to a broken invariant is a shortest one. */
export const explore = (scope: Scope, removed: string[] = []): Exploration => {
  const model = { scope, removed: new Set(removed) };
  const numbers = new Numbers();
  const nodes = new Map<number, Node>();
  const nodeOf = (state: State, from: Node | undefined, by: string): { node: Node; isNew: boolean } => {
    const number = numbers.ofState(state);
    const known = nodes.get(number);
    if (known) return { node: known, isNew: false };
    const node = { state, from, by, helpedBy: [], ends: isSettled(state) };
    nodes.set(number, node);
    return { node, isNew: true };
  };
  const queue = [nodeOf(initialState(scope), undefined, '').node];
  let edges = 0;
  for (const node of queue) {
    for (const { name, to, helps } of stepsOf(model, node.state)) {
      edges += 1;
      const next = nodeOf(to, node, name);
      const invariant = brokenBetween(model, node.state, to) ?? (next.isNew ? brokenIn(model, to) : undefined);
      if (invariant) {
        return { states: nodes.size, edges, broken: { invariant, trace: [...traceTo(node), name] } };
      }
      if (helps) next.node.helpedBy.push(node);
      if (next.isNew) queue.push(next.node);
    }
  }
  const stuck = firstThatCannotEnd(queue);
  return { states: nodes.size, edges, ...(stuck && { broken: { invariant: PROMISES.ends, trace: traceTo(stuck) } }) };
};

function* stepsOf(model: Parameters<typeof clientSteps>[0], state: State): Generator<Edge> {
  yield* clientSteps(model, state);
  yield* messageSteps(model, state);
  yield* workerSteps(model, state);
  yield* sweeperSteps(model, state);
}

const firstThatCannotEnd = (nodes: Node[]): Node | undefined => {
  const ending = nodes.filter(({ ends }) => ends);
  for (const node of ending) {
    for (const before of node.helpedBy) {
      if (before.ends) continue;
      before.ends = true;
      ending.push(before);
    }
  }
  return nodes.find(({ ends }) => !ends);
};
