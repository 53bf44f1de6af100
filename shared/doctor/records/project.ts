import { type Approval, readApproval } from '../../approvals/index.ts';
import {
  type LaneItem,
  type LaneTask,
  type Run,
  readEntry,
  readLane,
  readQueuedRun,
  readRun,
  readTask,
  type Task,
} from '../../bus/index.ts';
import { type PlanTask, type Round, readPlanTask, readRound } from '../../plans/index.ts';
import { readSessionState, type SessionState } from '../../sessions/index.ts';
import type { Item, ItemKind, ItemPlace } from '../../store/index.ts';
import { type Head, readHead, readVersion, type StoredVersion } from '../../workspace/index.ts';
import { type LogRecords, logRecordsOf } from './log.ts';
import type { Placed, Reader } from './placed.ts';

export type LaneEntry = LaneTask & { agent: string };
export type SessionEntry = { session: string; run: string; urgent: boolean };

/** What one project holds. */
export type ProjectRecords = {
  user: string;
  id: string;
  now: number;
  /** `gone`: there is no such project any more. */
  state: 'active' | 'deleting' | 'gone';
  placed: Placed[];
  ofKind: (kind: ItemKind) => Placed[];
  lanes: LaneItem[];
  laneEntries: LaneEntry[];
  sessions: Map<string, SessionState>;
  sessionEntries: SessionEntry[];
  logs: Map<string, LogRecords>;
  runs: Map<string, Run>;
  /** Of direct runs, of plans, and those that agents asked each other for. */
  tasks: Map<string, Task>;
  planTasks: Map<string, PlanTask>;
  tasksOf: (run: string) => Task[];
  rounds: Round[];
  approvals: Map<string, Approval>;
  /** At most one: what is the newest version of the files. */
  heads: Head[];
  fileVersions: StoredVersion[];
};

type Parts = Pick<ProjectRecords, 'user' | 'state' | 'now' | 'placed'> & { project: string; reader: Reader };

export const projectRecordsOf = ({ user, project, state, now, placed, reader }: Parts): ProjectRecords => {
  const kinds = Map.groupBy(placed, ({ place }) => place.kind);
  const ofKind = (kind: ItemKind): Placed[] => kinds.get(kind) ?? [];
  const byId = <T>(kind: ItemKind, one: (item: Item) => T, idOf: (read: T) => string): Map<string, T> =>
    new Map(reader.read(ofKind(kind), one).map((read) => [idOf(read), read]));
  const tasks = byId('task', readTask, ({ task_id }) => task_id);
  const ofRuns = Map.groupBy(tasks.values(), ({ run_id }) => run_id);
  const planned = ofKind('task').filter(({ item }) => item.round !== undefined && tasks.has(String(item.task_id)));
  return {
    user,
    id: project,
    now,
    state,
    placed,
    ofKind,
    lanes: reader.read(ofKind('lane'), readLane),
    laneEntries: reader.read(ofKind('lane entry'), readLaneEntry),
    sessions: byId('session', readSessionState, ({ session_id }) => session_id),
    sessionEntries: reader.read(ofKind('session entry'), readSessionEntry),
    logs: logRecordsOf(ofKind('events'), ofKind('log end'), now),
    runs: byId('run', readRun, ({ run_id }) => run_id),
    tasks,
    planTasks: new Map(reader.read(planned, readPlanTask).map((task) => [task.task_id, task])),
    tasksOf: (run) => ofRuns.get(run) ?? [],
    rounds: reader.read(ofKind('round'), readRound),
    approvals: byId('approval', readApproval, ({ approval_id }) => approval_id),
    heads: reader.read(ofKind('workspace'), readHead),
    fileVersions: reader.read(ofKind('workspace version'), readVersion),
  };
};

const readLaneEntry = (item: Item, { owner = '' }: ItemPlace): LaneEntry => ({ ...readEntry(item), agent: owner });

const readSessionEntry = (item: Item, { owner = '', id }: ItemPlace): SessionEntry => ({
  session: owner,
  run: readQueuedRun(item).run_id,
  urgent: id.startsWith('!'),
});
