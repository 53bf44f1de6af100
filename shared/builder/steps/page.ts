import { agentId } from '../../agents/index.ts';
import { systemClock } from '../../core/clock.ts';
import { Conflict, NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import {
  capturedErrors,
  extend,
  findPreview,
  MAX_PREVIEWS,
  publish,
  type CapturedError as ReportedError,
  reserve,
  USUAL_TIME,
} from '../../previews/index.ts';
import type { CapturedError } from '../errors/captured.ts';
import type { Page } from '../progress.ts';
import type { StepRecord } from './record.ts';
import { pageBefore } from './session-page.ts';
import type { BuildSteps } from './steps.ts';
import type { Team } from './team.ts';

/**
 * The steps that have to do with what a build shows. Its id and its address are recorded before it is there, so that a worker that
 * dies in between leaves none that nobody knows of:
 *
 *   worker A    id and token recorded ── preview made ── killed
 *   worker B    id and token from the journal ────────────────── the preview is there ── recorded
 */
export const pageSteps = (
  { project, task, agent }: Team,
  record: StepRecord,
): Pick<BuildSteps, 'publish' | 'captured' | 'page'> => ({
  publish: async (name, page) => {
    const reserved = await record.once(`${name}/reserved`, async () => ({ result: reserve() }));
    const made = await record.once<Page | null>(name, async () => {
      const folder = page.folder === '' ? undefined : page.folder;
      const built = { session_id: task.session_id, run_id: task.run_id };
      const asked = { version: 'newest' as const, folder, built, ttlMs: USUAL_TIME, reserved };
      const before = await pageBefore({ project, task });
      const kept = before?.folder === page.folder ? await keptOn(project, before) : undefined;
      const shown = kept ?? (await publish(project, asked).catch(whereFull));
      const of = { run_id: task.run_id, agent_id: agentId(project, agent), stage: 'release' };
      if (!shown) return { result: null, events: [{ event_type: 'build_stage', payload: { ...of, text: FULL } }] };
      const result: Page = { ...page, preview_id: shown.id, url: shown.url };
      const payload = { ...of, preview_id: shown.id, text: 'Its page can be looked at.' };
      return {
        result,
        events: [{ event_type: 'build_stage', payload }],
        progress: (before) => ({ ...before, page: result }),
      };
    });
    return made ?? undefined;
  },
  captured: (name, page) =>
    record.once<CapturedError[]>(name, async () => {
      const { items } = await capturedErrors(project, page.preview_id).catch(whereOver);
      const counting = items.filter(({ version }) => version === null || version >= page.since);
      return { result: counting.map((error) => capturedIn(error, page)) };
    }),
  page: async (name, page) => {
    await record.once(name, async () => ({ result: null, progress: (before) => ({ ...before, page }) }));
  },
});

const FULL = `Its page is not shown: the project has ${MAX_PREVIEWS} previews, which is the most. End one, and publish it or continue the build.`;

/** The preview of before, for as long as one that is made now; a person may have given it more. `undefined`: it is over. */
const keptOn = async (
  project: ProjectScope,
  { preview_id, url }: Page,
): Promise<{ id: string; url: string } | undefined> => {
  try {
    const { expires_at } = await findPreview(project, preview_id);
    if (Date.parse(expires_at) < systemClock.now() + USUAL_TIME)
      await extend(project, preview_id, { ttlMs: USUAL_TIME });
    return { id: preview_id, url };
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};

const whereFull = (error: unknown): undefined => {
  if (!(error instanceof Conflict)) throw error;
};

const whereOver = (error: unknown): { items: ReportedError[] } => {
  if (error instanceof NotFound) return { items: [] };
  throw error;
};

/** Places are those of the project's files: the folder that is shown is the root of its website only there. */
const capturedIn = ({ message, stack, source, line, column }: ReportedError, { url, folder }: Page): CapturedError => {
  const at = source === null ? '' : `    at ${source}:${line ?? 1}:${column ?? 1}`;
  const trace = (stack ?? at).replaceAll(url, folder === '' ? 'file:///' : `file:///${folder}/`);
  return { source: 'preview', message, ...(trace !== '' && { stack: trace }) };
};
