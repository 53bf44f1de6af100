import type { Change } from '../../workspace/index.ts';
import { readTemplate, templateNames } from './files.ts';
import { type ProjectTemplate, templateOf } from './manifest.ts';

let listed: ProjectTemplate[] | undefined;

/** What a project may begin with, by name. */
export const listTemplates = (): readonly ProjectTemplate[] => {
  listed ??= templateNames.map((name) => templateOf(name, readTemplate(name).get('package.json') ?? ''));
  return listed;
};

export const isTemplate = (name: string): boolean => templateNames.includes(name);

/** The first version of a project that begins with a template; `undefined` where there is none of this name. */
export const changesOfTemplate = (name: string): Change[] | undefined =>
  isTemplate(name) ? [...readTemplate(name)].map(([path, content]) => ({ path, content })) : undefined;
