import type { CapturedError } from '../errors/captured.ts';
import { type ErrorGroup, groupErrors } from '../errors/group.ts';
import { attempted, isOpen, type Ledger, seen } from '../errors/ledger.ts';
import type { Draft } from '../steps/steps.ts';
import { type HuntAsked, type HuntResult, hunt } from './hunt.ts';

export type FixErrorsAsked = Omit<HuntAsked, 'failure'> & {
  errors: readonly CapturedError[];
  /** The paths of the project, by which a frame of a trace is told from one of somebody else's. */
  paths: readonly string[];
  /** What became of errors seen before. */
  ledger: Ledger;
};

export type ErrorsFixed = {
  draft: Draft;
  ledger: Ledger;
  hunts: readonly { group: ErrorGroup; result: HuntResult }[];
  /** Seen, and not worked on: their attempts are used up. */
  leftAlone: readonly ErrorGroup[];
};

/** Groups of one call; the others are seen again as long as they happen. */
const MAX_GROUPS = 5;

/**
 * Hunts errors that were captured, one group after the other, the most frequent first, each on the draft that the one before it left. A
 * group that comes back after its fix is worked on again, until its attempts are used up: so a loop of fixes that undo each other ends.
 */
export const fixErrors = async (steps: Parameters<typeof hunt>[0], asked: FixErrorsAsked): Promise<ErrorsFixed> => {
  const groups = groupErrors(asked.errors, asked.paths);
  let { draft } = asked;
  let ledger = groups.reduce((known, group) => seen(known, group.id), asked.ledger);
  const open = groups.filter(({ id }) => isOpen(ledger, id));
  const hunts: { group: ErrorGroup; result: HuntResult }[] = [];
  for (const group of open.slice(0, MAX_GROUPS)) {
    const name = `${asked.name}/${group.id}`;
    const result = await hunt(steps, { ...asked, name, draft, failure: { error: group.sample } });
    ledger = attempted(ledger, group.id, isMended(result));
    draft = result.draft;
    hunts.push({ group, result });
  }
  return { draft, ledger, hunts, leftAlone: groups.filter(({ id }) => !open.some((one) => one.id === id)) };
};

/** Whether the error itself is gone, whatever else fails. */
const isMended = (result: HuntResult): boolean =>
  result.outcome === 'fixed' || (result.outcome === 'given_up' && !result.isReproduced);
