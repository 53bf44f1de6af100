export { checkAgent } from './check.ts';
export { type Worker, workOn } from './work.ts';
