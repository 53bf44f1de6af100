export { acceptWork } from './accept.ts';
export type { Accepted, NewWork, OnConflict } from './accept-items.ts';
export { type AskedAgent, type Asking, askAgent } from './ask.ts';
export { cancelRun, findRun } from './cancel.ts';
export { type Claim, claimTask, findTask, stillMine } from './claim.ts';
export { reviveDeadLetter } from './dead-letter.ts';
export { drainAgent, markAgentDeleting } from './drain-agent.ts';
export { type AgentFigures, agentFigures } from './figures.ts';
export { type Ending, finishRun } from './finish.ts';
export { type ChildEnding, finishChild } from './finish-child.ts';
export { findHealth, type Health, isIll, type PublicHealth, publicHealth, recordCheck } from './health.ts';
export type { Decision, Intent } from './items.ts';
export { isFinal, type LaneItem, type Run, type RunError, readRun, runStates, type Task } from './items.ts';
export {
  announceEffect,
  type ModelStep,
  openCalls,
  readJournal,
  recordStep,
  type Step,
  type ToolRequest,
  type ToolStep,
} from './journal.ts';
export { changeLimits, createLane, deregister, type Limits, register, settleLane } from './lane-settings.ts';
export { findLane } from './lane-writes.ts';
export { keepLease, LeaseLost } from './lease.ts';
export { type Parking, parkForRetry, parkTask, yieldTask } from './park.ts';
export { redriveRun } from './redrive-run.ts';
export { rejoinLane } from './rejoin.ts';
export { removeSession } from './remove-session.ts';
export { awaitRun, getRun, listRuns, type PublicRun, publicRun } from './runs.ts';
export { MOST_FAILURES, MOST_YIELDS, YIELD_BEFORE } from './timing.ts';
export {
  type CheckMessage,
  checkMessageSchema,
  sendCheck,
  untilDecided,
  type WorkMessage,
  workMessageSchema,
} from './transition.ts';
export { markRemembered, redriveTask } from './wake.ts';
