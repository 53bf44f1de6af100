/** The task was taken away: its run ended, or another worker claimed it. The old worker stops and writes nothing more. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor() {
    super('This work has been taken over or has ended.');
  }
}
