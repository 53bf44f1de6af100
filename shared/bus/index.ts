export { acceptWork } from './accept.ts';
export type { Accepted, NewWork, OnConflict } from './accept-items.ts';
export { type AskedAgent, type Asking, askAgent } from './ask.ts';
export { cancelRun } from './cancel.ts';
export { beginCancel, cancelPlan } from './cancel-plan.ts';
export { type Claim, claimTask, fence, findTask, mine, stillMine } from './claim.ts';
export { reviveDeadLetter } from './dead-letter.ts';
export { drainAgent, markAgentDeleting } from './drain-agent.ts';
export { endPlan, type PlanEnding } from './end-plan.ts';
export { type AgentFigures, agentFigures } from './figures.ts';
export { type Ending, finishRun, healthWrites } from './finish.ts';
export { type ChildEnding, finishChild } from './finish-child.ts';
export { goDirect } from './go-direct.ts';
export { findHealth, type Health, isIll, type PublicHealth, publicHealth, recordCheck } from './health.ts';
export { type Hint, hint } from './hints.ts';
export type { Decision, Intent } from './items.ts';
export {
  answersSession,
  isFinal,
  type LaneItem,
  type Run,
  type RunError,
  readRun,
  runStates,
  type Task,
  taskSchema,
} from './items.ts';
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
export type { LaneTask } from './lane.ts';
export { changeLimits, createLane, deregister, type Limits, register, settleLane } from './lane-settings.ts';
export { findLane, LaneChanges, putEntry } from './lane-writes.ts';
export { keepLease, LeaseLost } from './lease.ts';
export { type Parking, parkForRetry, parkTask, yieldTask } from './park.ts';
export { idsOf, placeNameOf, settledEvent } from './plan-tasks.ts';
export { redriveRun } from './redrive-run.ts';
export { rejoinLane } from './rejoin.ts';
export { removeSession } from './remove-session.ts';
export { awaitRun, getRun, listRuns, type PublicRun, publicRun, publicTaskState } from './runs.ts';
export { findRun } from './runs-read.ts';
export { laneTask } from './session-writes.ts';
export { listTasks } from './tasks.ts';
export { MOST_FAILURES, MOST_YIELDS, RESEND_AFTER, YIELD_BEFORE } from './timing.ts';
export {
  afterCommit,
  type CheckMessage,
  checkMessageSchema,
  sendCheck,
  started,
  untilDecided,
  type WorkMessage,
  workMessageSchema,
} from './transition.ts';
export { type Spent, usageWrite } from './usage.ts';
export { markRemembered, redriveTask } from './wake.ts';
