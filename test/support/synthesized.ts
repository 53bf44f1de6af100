import { onOneMachine, settingsFor } from '../../infra/settings/index.ts';
import { type SynthesizedApp, synthesize } from '../../infra/synth.ts';

declare global {
  /** Outlives the modules of a test file. */
  var synthesizedApp: SynthesizedApp | undefined;
}

/** The templates of the stage `dev`, synthesized once a process: they do not change while tests run. */
export const synthesizedOnce = (): SynthesizedApp => {
  globalThis.synthesizedApp ??= synthesize('dev', { settings: onOneMachine(settingsFor('dev')) });
  return globalThis.synthesizedApp;
};
