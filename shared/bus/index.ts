export { acceptWork } from './accept/accept.ts';
export type { Accepted, NewWork, OnConflict } from './accept/accept-items.ts';
export { goDirect } from './accept/go-direct.ts';
export { cancelRun } from './end/cancel.ts';
export { beginCancel, cancelPlan } from './end/cancel-plan.ts';
export { drainAgent, markAgentDeleting } from './end/drain-agent.ts';
export { endPlan, type PlanEnding } from './end/end-plan.ts';
export { type Ending, finishRun, healthWrites } from './end/finish.ts';
export { type ChildEnding, finishChild } from './end/finish-child.ts';
export { removeSession } from './end/remove-session.ts';
export { type AgentFigures, agentFigures } from './lanes/figures.ts';
export { changeLimits, createLane, deregister, type Limits, register, settleLane } from './lanes/lane-settings.ts';
export { findLane, LaneChanges, putEntry } from './lanes/lane-writes.ts';
export { laneTask } from './lanes/session-writes.ts';
export { reviveDeadLetter } from './messages/dead-letter.ts';
export { type Hint, hint } from './messages/hints.ts';
export {
  afterCommit,
  type CheckMessage,
  checkMessageSchema,
  sendCheck,
  started,
  untilDecided,
  type WorkMessage,
  workMessageSchema,
} from './messages/transition.ts';
export { findHealth, type Health, isIll, type PublicHealth, publicHealth, recordCheck } from './records/health.ts';
export type { Decision, Intent, LaneTask } from './records/items.ts';
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
} from './records/items.ts';
export { idsOf, placeNameOf, settledEvent } from './records/plan-tasks.ts';
export { awaitRun, getRun, listRuns, type PublicRun, publicRun, publicTaskState } from './records/runs.ts';
export { findRun } from './records/runs-read.ts';
export { listTasks } from './records/tasks.ts';
export { MOST_FAILURES, MOST_YIELDS, RESEND_AFTER, YIELD_BEFORE } from './records/timing.ts';
export { DURATION_BUCKETS, type Spent, usageWrite } from './records/usage.ts';
export { type AskedAgent, type Asking, askAgent } from './work/ask.ts';
export { type Claim, claimTask, fence, findTask, mine, stillMine } from './work/claim.ts';
export {
  announceEffect,
  type ModelStep,
  openCalls,
  readJournal,
  recordStep,
  type Step,
  type ToolRequest,
  type ToolStep,
} from './work/journal.ts';
export { keepLease, LeaseLost } from './work/lease.ts';
export { type Parking, parkForRetry, parkTask, yieldTask } from './work/park.ts';
export { redriveRun } from './work/redrive-run.ts';
export { rejoinLane } from './work/rejoin.ts';
export { markRemembered, redriveTask } from './work/wake.ts';
