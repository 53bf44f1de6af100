export { type Worker, workOn } from './work.ts';
