import type { Finding } from '../chain/policy.ts';
import type { Change } from './difference.ts';

export type Phase = 'request' | 'response';
/** `left_out`: it failed and the call went on; `failed`: it failed and the call ended. */
export type Action = 'changed' | 'found' | 'refused' | 'left_out' | 'failed';

/** One thing a policy did to a call. */
export type Decision = { policy: string; kind: string; phase: Phase; action: Action };
/** The contents behind the decisions, for an administrator; sealed at rest. */
export type Details = {
  findings: Array<Finding & { policy: string; phase: Phase }>;
  changes: Array<Change & { policy: string; phase: Phase }>;
  /** Some of it was left out for its size. */
  truncated: boolean;
};

/** Of the details of one call, in UTF-16 code units, so that its item stays cheap. */
const MAX_DETAILS_LENGTH = 48 * 1024;
const MAX_TEXT_LENGTH = 8 * 1024;
/** A change in a long text is shown with this much of the text before it. */
const CONTEXT_LENGTH = 500;
const MAX_FINDINGS = 100;

/** Collects what the policies of one call decide. */
export class Trace {
  readonly decisions: Decision[] = [];
  readonly details: Details = { findings: [], changes: [], truncated: false };
  #size = 0;

  decide(decision: Decision): void {
    const { policy, phase, action } = decision;
    const known = this.decisions.some((one) => one.policy === policy && one.phase === phase && one.action === action);
    if (!known) this.decisions.push(decision);
  }

  find(policy: { name: string; kind: string }, phase: Phase, finding: Finding): void {
    this.decide({ policy: policy.name, kind: policy.kind, phase, action: 'found' });
    if (this.details.findings.length >= MAX_FINDINGS) this.details.truncated = true;
    else this.details.findings.push({ policy: policy.name, phase, ...finding });
  }

  change(policy: { name: string; kind: string }, phase: Phase, changes: Change[]): void {
    if (changes.length === 0) return;
    this.decide({ policy: policy.name, kind: policy.kind, phase, action: 'changed' });
    for (const { place, before, after } of changes) {
      const from = Math.max(0, firstDifference(before, after) - CONTEXT_LENGTH);
      const shown = { before: this.#cut(before, from), after: this.#cut(after, from) };
      const change = { policy: policy.name, phase, place, ...shown };
      const size = change.before.length + change.after.length;
      if (this.#size + size > MAX_DETAILS_LENGTH) {
        this.details.truncated = true;
        continue;
      }
      this.#size += size;
      this.details.changes.push(change);
    }
  }

  #cut(text: string, from: number): string {
    if (text.length <= MAX_TEXT_LENGTH) return text;
    this.details.truncated = true;
    return text.slice(from, from + MAX_TEXT_LENGTH).toWellFormed();
  }
}

const firstDifference = (one: string, other: string): number => {
  let at = 0;
  while (at < one.length && at < other.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
};
