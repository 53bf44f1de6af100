import * as z from 'zod';
import { excerpt } from '../../core/excerpt.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { ToolOffer, ToolRequest } from '../../gateway/index.ts';
import { isFilePath } from '../../workspace/index.ts';
import type { RoleTool } from '../roles/role.ts';
import { pathsOf, textOf, textsIn } from './files.ts';
import type { Draft } from './steps.ts';

/** Of one answer of a tool, in characters. */
const MAX_SHOWN = 32_000;
const MAX_MATCHES = 100;
/** Files that one search reads. */
const MAX_SEARCHED = 500;

const pathInput = z.strictObject({ path: z.string() });
const textInput = z.strictObject({ text: z.string().min(1).max(500) });

const offer = (name: RoleTool, description: string, input: z.ZodType): ToolOffer => {
  const { $schema: _, ...parameters } = z.toJSONSchema(input);
  return { name, description, parameters };
};

const OFFERS: Record<RoleTool, ToolOffer> = {
  file_list: offer('file_list', 'Lists the paths of all files of the project.', z.strictObject({})),
  file_read: offer('file_read', 'Reads one text file of the project.', pathInput),
  file_search: offer('file_search', 'Finds the lines that contain a text, in all files of the project.', textInput),
};

export const offersOf = (tools: readonly RoleTool[]): ToolOffer[] => tools.map((name) => OFFERS[name]);

/** What a role's tool shows it. Whatever is wrong with the call is said, so that the model can mend it. */
export const look = async (
  project: ProjectScope,
  { draft, tools, call }: { draft: Draft; tools: readonly RoleTool[]; call: ToolRequest },
): Promise<string> => {
  const name = tools.find((tool) => tool === call.name);
  if (!name) return `There is no tool ${call.name}. You have: ${tools.join(', ')}.`;
  const given = argumentsIn(call.arguments);
  if (name === 'file_list') return excerpt((await pathsOf(project, draft)).join('\n') || '(no files)', MAX_SHOWN);
  if (name === 'file_read') {
    const { data } = pathInput.safeParse(given);
    if (!data) return 'The arguments must be {"path": "…"}.';
    return excerpt((await readAt(project, draft, data.path)) ?? `There is no text file ${data.path}.`, MAX_SHOWN);
  }
  const { data } = textInput.safeParse(given);
  return data ? search(project, draft, data.text) : 'The arguments must be {"text": "…"}.';
};

const readAt = (project: ProjectScope, draft: Draft, path: string): Promise<string | undefined> | undefined =>
  isFilePath(path) ? textOf(project, draft, path) : undefined;

const search = async (project: ProjectScope, draft: Draft, text: string): Promise<string> => {
  const found: string[] = [];
  for await (const { path, text: whole } of textsIn(project, draft, MAX_SEARCHED)) {
    for (const [index, line] of whole.split('\n').entries())
      if (line.includes(text)) found.push(`${path}:${index + 1}: ${excerpt(line, 200)}`);
    if (found.length >= MAX_MATCHES) break;
  }
  return found.slice(0, MAX_MATCHES).join('\n') || 'Nothing found.';
};

const argumentsIn = (text: string): unknown => {
  try {
    return JSON.parse(text || '{}') as unknown;
  } catch {
    // A SyntaxError: no arguments that any tool takes.
    return undefined;
  }
};
