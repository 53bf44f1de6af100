import type { Proposal } from './steps.ts';

/** A role did not answer in its form, asked twice. Recorded as the step's outcome. */
export class RoleFailed extends Error {
  override readonly name = 'RoleFailed';
}

/** The build is being stopped: no further step begins. Never caught by a stage. */
export class Halted extends Error {
  override readonly name = 'Halted';
}

/** A stage asks the person: the task parks once all that is under way is recorded. */
export class PersonAsked extends Error {
  override readonly name = 'PersonAsked';
  readonly step: string;
  readonly proposal: Proposal;

  constructor(step: string, proposal: Proposal) {
    super(`The person is asked at ${step}.`);
    this.step = step;
    this.proposal = proposal;
  }
}

/** One of the limits that the person set is reached. */
export class BoundReached extends Error {
  override readonly name = 'BoundReached';
  readonly limit: 'tokens' | 'cost' | 'time';

  constructor(limit: BoundReached['limit'], message: string) {
    super(message);
    this.limit = limit;
  }
}
