export { controlFrameSchema, type Gap, gapLine, heartbeatLine, reconnectLine } from './control-frames.ts';
export {
  EVENT_TYPES,
  type EventType,
  lineOf,
  MAX_EVENT_BYTES,
  type NewEvent,
  type SessionEvent,
  sessionEventSchema,
} from './event.ts';
export { FOLLOWED_SESSION, followedItem, followingOf, isFact, tellFollowers } from './following.ts';
export { framesOf } from './frames.ts';
export { type Hearing, hearingOf } from './hearing.ts';
export { LeaseLost } from './lease-lost.ts';
export { appendWrites, endWhileIdle, HEARD_FOR_GOOD, type LogEnd, lastSeq, readEnd } from './log.ts';
export { postLines } from './post-lines.ts';
export { type PushOrder, push } from './push.ts';
export type { Push } from './push-queue.ts';
export { newestEvents, type Reading, type ReadOptions, readAfter } from './read.ts';
export { isStillKept, restoreEvents } from './restore.ts';
export type { Timer } from './timer.ts';
export { EventWriter, type EventWriterOptions } from './writer.ts';
