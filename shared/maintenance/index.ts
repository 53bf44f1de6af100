export { forgetAgent } from './forget.ts';
export { redrive } from './redrive.ts';
export { removeDeletedSession } from './remove-session.ts';
export { type Swept, sweep } from './sweep.ts';
