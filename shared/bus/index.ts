export { acceptWork, runUnder } from './accept/accept.ts';
export type { Accepted, NewWork, OnConflict } from './accept/acceptance.ts';
export { convertToDirect } from './accept/convert-to-direct.ts';
export { beginCancel, cancelPlan } from './end/cancel/plan.ts';
export { cancelRun } from './end/cancel/run.ts';
export { drainAgent, markAgentDeleting } from './end/drain-agent.ts';
export { endOrphans } from './end/family/orphans.ts';
export { type ChildEnding, finishChild } from './end/finish/child.ts';
export { healthWrites, type RunEnding } from './end/finish/ending-writes.ts';
export { finishRun } from './end/finish/run.ts';
export { endPlan, type PlanEnding } from './end/plan.ts';
export { removeSession, removeSessionLeftovers } from './end/remove-session.ts';
export { findLane, LaneChanges, putEntry } from './lanes/changes.ts';
export { type AgentFigures, agentFigures, agentFiguresSchema } from './lanes/figures.ts';
export { findLanes, type Load, loadOf, loadShape } from './lanes/load.ts';
export {
  changeLimits,
  createLane,
  deregisterAgent,
  type LaneLimits,
  registerAgent,
  settleLane,
} from './lanes/settings.ts';
export { reviveDeadLetter } from './messages/dead-letter.ts';
export { type Hint, hint } from './messages/hints.ts';
export {
  afterCommit,
  started,
  untilDecided,
} from './messages/transition.ts';
export {
  type CheckMessage,
  checkMessageSchema,
  sendCheck,
  type WorkMessage,
  workMessageSchema,
} from './messages/work-message.ts';
export { endedRun, findRun } from './records/find-run.ts';
export {
  findHealth,
  type Health,
  isUnhealthy,
  type PublicHealth,
  publicHealth,
  publicHealthSchema,
  recordCheck,
} from './records/health.ts';
export {
  answersSession,
  type Consent,
  type Decision,
  type Intent,
  isFinal,
  type NotedQuestion,
  readTask,
  type Task,
  taskSchema,
} from './records/items.ts';
export type {
  BuildStep,
  JournalStep,
  ModelStep,
  PersonStep,
  ToolRequest,
  ToolStep,
} from './records/journal-steps.ts';
export { type LaneItem, type LaneTask, laneTask, readEntry, readLane } from './records/lane.ts';
export { runErrorSchema, usageSchema } from './records/parts.ts';
export { idsOf, settledEvent, slotNameOf } from './records/plan-tasks.ts';
export {
  type PublicRun,
  publicRun,
  publicRunOf,
  publicRunSchema,
  publicRunStateSchema,
  publicRunStates,
  publicRunsOf,
  publicTaskSchema,
  publicTaskState,
  publicTaskStates,
} from './records/public-run.ts';
export { getRun, listRuns } from './records/public-runs.ts';
export {
  hasOneTask,
  queuedRunWrite,
  type Run,
  type RunError,
  readQueuedRun,
  readRun,
  runStates,
} from './records/run.ts';
export { addUsage, type SpentTokens, spendWrites, sumOfParts } from './records/spent.ts';
export { listTasks } from './records/tasks.ts';
export { MAX_FAILURES, MAX_YIELDS, RESEND_AFTER, WAITING_NOTED_EVERY, YIELD_BEFORE } from './records/timing.ts';
export { type EndedRun, type EndedTask, restoreRuns } from './restore/runs.ts';
export { type AskedAgent, type Asking, parkForAgent } from './work/ask.ts';
export {
  type Claim,
  claimTask,
  endsAgain,
  fence,
  findTask,
  logEndOf,
  mine,
  noQuestionNoted,
  QuestionNoted,
  stillMine,
  wasBrokenOff,
} from './work/claim.ts';
export { consentTo } from './work/consent.ts';
export {
  announceEffect,
  goOnAfterStep,
  noteProgress,
  openCalls,
  readJournal,
  recordStep,
  recordWrites,
} from './work/journal.ts';
export { keepLease } from './work/lease.ts';
export { MAX_NOTED_QUESTIONS, noteQuestion } from './work/note-question.ts';
export { type Parking, parkForRetry, parkTask, yieldTask } from './work/park.ts';
export { listSteps, type PublicStep, publicStepSchema } from './work/public-steps.ts';
export { redriveRun } from './work/redrive-run.ts';
export { rejoinLane } from './work/rejoin.ts';
export { markRemembered, redriveTask } from './work/wake.ts';
