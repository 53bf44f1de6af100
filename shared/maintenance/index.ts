export { forgetAgent, redrive, removeDeletedSession } from './redrive.ts';
export { type Swept, sweep } from './sweep.ts';
