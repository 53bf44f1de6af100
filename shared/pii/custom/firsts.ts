import { type Program, within } from './program.ts';

/** Only ASCII is covered, with which most patterns begin. */
const CODES = 128;

const known = new WeakMap<Program, Uint8Array>();

/**
 * By ASCII code unit: 0 where no match begins with it, so that the automaton need not start there. That is nearly everywhere
 * in most texts.
 */
export const firstsOf = (program: Program): Uint8Array => {
  const found = known.get(program) ?? computed(program);
  known.set(program, found);
  return found;
};

/** Boundaries are assumed to hold: no possible beginning may be left out, while too many do no harm. */
const computed = ({ steps, start }: Program): Uint8Array => {
  const firsts = new Uint8Array(CODES);
  const seen = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = steps[at]!;
    if (step.kind === 'split') open.push(step.next, step.other);
    else if (step.kind === 'boundary') open.push(step.next);
    else if (step.kind === 'set') for (let code = 0; code < CODES; code += 1) if (within(step, code)) firsts[code] = 1;
  }
  return firsts;
};
