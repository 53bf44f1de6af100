import type { SessionEvent } from '../../../../../clients/typescript/src/index.ts';
import type { Build, BuildTask, BuildVersion } from '../api.ts';

/** One thing that happened in a build, as it is told. */
export type StoryLine = {
  id: number;
  at: string;
  kind: 'stage' | 'task' | 'version' | 'asked' | 'decided' | 'page' | 'person' | 'team' | 'ended';
  /** Of the stage, the decision or the end. */
  state: string;
  text: string;
  task?: string;
  version?: number;
};

/** What the events of a build have told so far. */
export type Progress = {
  stage: Build['stage'] | undefined;
  tasks: readonly BuildTask[] | undefined;
  versions: readonly BuildVersion[];
  /** Approvals that wait for the person. */
  asked: readonly string[];
  /** Its page can be looked at. */
  hasPage: boolean;
  isEnded: boolean;
  story: readonly StoryLine[];
};

export const UNTOLD: Progress = {
  stage: undefined,
  tasks: undefined,
  versions: [],
  asked: [],
  hasPage: false,
  isEnded: false,
  story: [],
};

/** Of a long build the newest lines are shown; all of it is in the session's log. */
const MAX_STORY = 400;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is known after a further event of the build's session. Those of other runs change nothing. `known`: tasks of before. */
export const after = (progress: Progress, event: SessionEvent, build: Pick<Build, 'run_id' | 'tasks'>): Progress => {
  const { payload, event_id: id, timestamp: at } = event;
  const line = (more: Omit<StoryLine, 'id' | 'at'>): readonly StoryLine[] =>
    [...progress.story, { id, at, ...more }].slice(-MAX_STORY);
  // All builds of a session show one page.
  if (event.event_type === 'preview_error')
    return { ...progress, story: line({ kind: 'page', state: '', text: messagesOf(payload.errors) }) };
  if (payload.run_id !== build.run_id) return progress;
  switch (event.event_type) {
    case 'build_stage': {
      const stage = text(payload.stage) as Build['stage'];
      return {
        ...progress,
        stage,
        ...(Array.isArray(payload.tasks) && { tasks: payload.tasks as BuildTask[] }),
        hasPage: progress.hasPage || payload.preview_id !== undefined,
        story: line({ kind: 'stage', state: stage, text: text(payload.text) }),
      };
    }
    case 'build_task': {
      const [task, state] = [text(payload.task), text(payload.state)];
      return {
        ...progress,
        tasks: (progress.tasks ?? build.tasks).map((one) =>
          one.id === task && state !== '' ? { ...one, state: state as BuildTask['state'] } : one,
        ),
        story: line({ kind: 'task', state, task, text: text(payload.text) }),
      };
    }
    case 'build_version': {
      const made = { version: Number(payload.version), reason: text(payload.reason) };
      return {
        ...progress,
        versions: withVersion(progress.versions, made),
        story: line({ kind: 'version', state: '', version: made.version, text: made.reason }),
      };
    }
    case 'approval_required': {
      const proposal = (payload.payload ?? {}) as { title?: unknown };
      return {
        ...progress,
        asked: [...progress.asked, text(payload.approval_id)],
        story: line({ kind: 'asked', state: '', text: text(proposal.title) }),
      };
    }
    case 'approval_resolved':
      return {
        ...progress,
        asked: progress.asked.filter((one) => one !== payload.approval_id),
        story: line({ kind: 'decided', state: text(payload.status), text: text(payload.reason) }),
      };
    case 'message_created': {
      const kind = payload.role === 'user' ? 'person' : 'team';
      return { ...progress, story: line({ kind, state: '', text: text(payload.content) }) };
    }
    case 'run_completed':
      return {
        ...progress,
        asked: [],
        isEnded: true,
        story: line({ kind: 'ended', state: text(payload.state), text: '' }),
      };
    default:
      return progress;
  }
};

/** As browsers said them, one a line. */
const messagesOf = (errors: unknown): string =>
  Array.isArray(errors) ? errors.map((one: { message?: unknown } | null) => text(one?.message)).join('\n') : '';

const withVersion = (versions: readonly BuildVersion[], made: BuildVersion): readonly BuildVersion[] =>
  versions.some(({ version }) => version === made.version) ? versions : [...versions, made];

export type Shown = { stage: Build['stage']; tasks: readonly BuildTask[]; versions: readonly BuildVersion[] };

/**
 * What is shown of a build: what its events have told is newer than what was read of it, until it has ended. Events of long ago
 * are gone, so what was read has more versions.
 */
export const shownOf = (build: Build, progress: Progress, isOver: boolean): Shown => {
  if (isOver) return build;
  const { stage = build.stage, tasks = build.tasks } = progress;
  return { stage, tasks, versions: progress.versions.reduce(withVersion, build.versions) };
};
