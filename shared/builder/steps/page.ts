import { agentId } from '../../agents/index.ts';
import { Conflict, NotFound } from '../../core/errors.ts';
import {
  capturedErrors,
  publish,
  type CapturedError as ReportedError,
  reserve,
  USUAL_TIME,
} from '../../previews/index.ts';
import type { CapturedError } from '../errors/captured.ts';
import type { Page } from '../progress.ts';
import type { StepRecord } from './record.ts';
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
      const asked = { version: 'newest' as const, folder, ttlMs: USUAL_TIME, reserved };
      const shown = await publish(project, asked).catch(whereFull);
      if (!shown) return { result: null };
      const result: Page = { ...page, preview_id: shown.id, url: shown.url };
      const of = { run_id: task.run_id, agent_id: agentId(project, agent), stage: 'release', preview_id: shown.id };
      const event = { event_type: 'build_stage' as const, payload: { ...of, text: 'Its page can be looked at.' } };
      return { result, events: [event], progress: (before) => ({ ...before, page: result }) };
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
