/** What is loaded into each container: the real handlers, in one bundle. */

export { handler as worker } from '../../../functions/agent-worker/handler.ts';
export { handler as deadLetters } from '../../../functions/dead-letters/handler.ts';
export { handler as events } from '../../../functions/event-stream/handler.ts';
export { handler as my } from '../../../functions/my/handler.ts';
export { handler as planner } from '../../../functions/planner/handler.ts';
export { handler as plans } from '../../../functions/plans/handler.ts';
export { handler as projects } from '../../../functions/projects/handler.ts';
export { handler as pusher } from '../../../functions/pusher/handler.ts';
export { handler as socket } from '../../../functions/socket/handler.ts';
export { handler as sweeper } from '../../../functions/sweeper/handler.ts';
export { handler as timers } from '../../../functions/timers/handler.ts';
export { handler as v1 } from '../../../functions/v1/handler.ts';
export { redrive } from './administration.ts';
export { enrol, signIn } from './enrol.ts';
export { leave } from './leave.ts';
export { exported, imported } from './portability.ts';
