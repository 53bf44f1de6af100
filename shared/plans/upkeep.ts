/*
 * What timers and sweeper need of plans, apart from what draws them up: their bundles stay free of models and prompts.
 */
export { handOut, redriveAnyTask } from './redrive-task.ts';
export { redriveRound } from './signal.ts';
export { redrivePlan } from './watchdog.ts';
