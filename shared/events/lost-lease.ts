/** The work is somebody else's now: the run ended, or another worker took the task. Nothing more may be written. */
export class LostLease extends Error {
  override readonly name = 'LostLease';

  constructor() {
    super('This work has been taken over or has ended.');
  }
}
