import { type Program, within } from './program.ts';

/** Beyond these nothing is said: most texts and patterns begin their words with one of them. */
const CODES = 128;

const known = new WeakMap<Program, Uint8Array>();

/**
 * By code unit of ASCII: 0 where no match begins with it, so that the automaton need not be started there. At most places of
 * most texts it need not.
 */
export const firstsOf = (program: Program): Uint8Array => {
  const found = known.get(program) ?? computed(program);
  known.set(program, found);
  return found;
};

/** Boundaries are taken to hold: it is enough that no beginning is left out. */
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
