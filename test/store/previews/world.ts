import { afterAll, beforeAll } from 'vitest';
import { HOUR, MINUTE } from '../../../shared/core/clock.ts';
import { ENV } from '../../../shared/core/environment.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { capturedErrors, listPreviews, publish, type Report, shownAt } from '../../../shared/previews/index.ts';
import { getItem, projectKeys } from '../../../shared/store/index.ts';
import { projectOf } from '../../support/tool-call.ts';

/** This process shows previews as one machine does. */
export const previewsHere = (): void => {
  beforeAll(() => {
    Object.assign(process.env, { [ENV.previewAddress]: 'http://localhost:4001', [ENV.previewToken]: 'host' });
  });
  afterAll(() => {
    delete process.env[ENV.previewAddress];
    delete process.env[ENV.previewToken];
  });
};

export const report: Report = {
  ...{ kind: 'error', message: 'x is not defined', source: 'app.js', line: 1, column: 1 },
  ...{ stack: null, page: '/', version: 1 },
};

export type World = { project: ProjectScope; id: string; token: string };

export const tokenOf = (url: string): string => new URL(url).hostname.split('.')[0] ?? '';
export const publication = { version: 'newest' as const, ttlMs: HOUR };
export const published = async (name: string): Promise<World> => {
  const project = projectOf('alice', name.replaceAll(' ', '-'));
  const { id, url } = await publish(project, publication);
  return { project, id, token: tokenOf(url) };
};

/** Whether it is listed, until when in minutes, whether its address leads to it, and what was captured. */
export const standing = async ({ project, id, token }: World): Promise<unknown> => {
  const { items } = await listPreviews(project, { limit: 10 });
  const found = items.find((one) => one.id === id);
  const minutes = found && Math.round((Date.parse(found.expires_at) - Date.now()) / MINUTE);
  const errors = found ? (await capturedErrors(project, id)).items.map(({ count }) => count) : [];
  const rest = await getItem(projectKeys.captured(project, id));
  return {
    count: items.length,
    minutes,
    shown: (await shownAt(token)) !== undefined,
    errors,
    rest: rest !== undefined,
  };
};

export const stands = { count: 1, minutes: 60, shown: true, errors: [], rest: true };
export const gone = { count: 0, minutes: undefined, shown: false, errors: [], rest: false };
