/*
 * What timers and sweeper need of plans, apart from what draws them up: their bundles stay free of models and prompts.
 */
export { handOut, redriveAnyTask } from './dispatch/redrive-task.ts';
export { redriveRound } from './recovery/signal.ts';
export { redrivePlan } from './recovery/watchdog.ts';
