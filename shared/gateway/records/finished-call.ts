import type { ModelCall } from '../call/model-call.ts';
import type { Trace } from './trace.ts';

/** How a call ended: `left` is a caller who did not wait for the end. */
export type Outcome = 'answered' | 'refused' | 'failed' | 'left';

export type FinishedCall = { call: ModelCall; outcome: Outcome; trace: Trace };

/** Hears of every call when it is over, before its last event is out. */
export type Recorder = (finished: FinishedCall) => Promise<void>;
