import type { Step } from './cloud-options.ts';

/** Runs the steps of a boot and notes how long each took. */
export class Progress {
  readonly steps: Step[] = [];
  readonly #onProgress: (step: Step) => void;

  constructor(onProgress: (step: Step) => void = () => undefined) {
    this.#onProgress = onProgress;
  }

  async timed<T>(name: string, start: () => T | Promise<T>): Promise<T> {
    const begun = performance.now();
    const started = await start();
    const step = { name, ms: Math.round(performance.now() - begun) };
    this.steps.push(step);
    this.#onProgress(step);
    return started;
  }
}
