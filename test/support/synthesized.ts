import { type SynthesizedApp, synthesize } from '../../infra/synth.ts';

let app: SynthesizedApp | undefined;

/** The templates of the stage `dev`, synthesized once a process: they do not change while tests run. */
export const synthesizedOnce = (): SynthesizedApp => {
  app ??= synthesize('dev');
  return app;
};
