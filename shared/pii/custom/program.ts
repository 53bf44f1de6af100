import { BadRequest } from '../../core/errors.ts';
import type { Node } from './parse.ts';

type Ranges = ReadonlyArray<readonly [number, number]>;

/** One step of the automaton; `next` and `other` are indices of steps. */
export type Step =
  | { kind: 'set'; ranges: Ranges; negated: boolean; next: number }
  | { kind: 'split'; next: number; other: number }
  | { kind: 'boundary'; next: number }
  | { kind: 'match' };

/** Whether a step reads a character. */
export const within = ({ ranges, negated }: Extract<Step, { kind: 'set' }>, code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last) !== negated;

export type Program = { readonly steps: readonly Step[]; readonly start: number };

/** Bounds the work for each character of a text. */
const MAX_STEPS = 1000;

/** Thompson's construction, from the end to the start: each node is built in front of the step that follows it. */
export const compile = (tree: Node): Program => {
  const steps: Step[] = [{ kind: 'match' }];
  const add = (step: Step): number => {
    if (steps.length >= MAX_STEPS)
      throw new BadRequest('The pattern is too large: each repetition counts as many times as it repeats.');
    return steps.push(step) - 1;
  };

  const loop = (part: Node, next: number): number => {
    const split = add({ kind: 'split', next, other: next });
    steps[split] = { kind: 'split', next: build(part, split), other: next };
    return split;
  };

  const repeat = ({ part, least, most }: Extract<Node, { kind: 'repeat' }>, next: number): number => {
    let at = next;
    if (most === Number.POSITIVE_INFINITY) at = loop(part, at);
    else
      for (let count = least; count < most; count += 1) at = add({ kind: 'split', next: build(part, at), other: next });
    for (let count = 0; count < least; count += 1) at = build(part, at);
    return at;
  };

  const build = (node: Node, next: number): number => {
    if (node.kind === 'set') return add({ kind: 'set', ranges: node.ranges, negated: node.negated, next });
    if (node.kind === 'boundary') return add({ kind: 'boundary', next });
    if (node.kind === 'sequence') return node.parts.reduceRight((after, part) => build(part, after), next);
    if (node.kind === 'repeat') return repeat(node, next);
    return node.branches
      .map((branch) => build(branch, next))
      .reduce((other, branch) => add({ kind: 'split', next: branch, other }));
  };

  const program = { steps, start: build(tree, 0) };
  if (matchesNothing(program)) throw new BadRequest('The pattern matches the empty text.');
  return program;
};

const matchesNothing = ({ steps, start }: Program): boolean => {
  const seen = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = steps[at]!;
    if (step.kind === 'match') return true;
    if (step.kind === 'split') open.push(step.next, step.other);
    if (step.kind === 'boundary') open.push(step.next);
  }
  return false;
};
