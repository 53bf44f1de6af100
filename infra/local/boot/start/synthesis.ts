import type { Settings } from '../../../settings/index.ts';
import type { SynthesizedApp } from '../../../synth.ts';
import { madeApart } from './apart.ts';

/** The templates of the stage `dev`; the CDK needs more than 100 MB for them. */
export const synthesizeApart = (settings: Settings): Promise<SynthesizedApp> =>
  madeApart(new URL('./synthesis-thread.ts', import.meta.url), settings, 'synthesis');
