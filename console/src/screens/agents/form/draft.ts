import type { components } from '../../../../../clients/typescript/src/index.ts';

export type AgentConfig = components['schemas']['AgentConfig'];
export type NewConfig = Omit<components['schemas']['NewAgent'], 'name'>;
export type Risk = AgentConfig['approval']['min_risk'];
type ToolSetting = components['schemas']['ToolSetting'];
export type Builtin = Extract<ToolSetting, string>;

/** A header of a server, whose value is a secret of the project. `key` tells the rows of the form apart. */
export type HeaderDraft = { key: string; name: string; secret: string };
export type ServerDraft = {
  key: string;
  url: string;
  isTrusted: boolean;
  /** Names of tools, one a line; empty for all of the server's. */
  allow: string;
  headers: readonly HeaderDraft[];
};

/** An agent's settings as a person fills them in: numbers as they were typed, lists one a line. */
export type Draft = {
  displayName: string;
  prompt: string;
  model: string;
  capabilities: string;
  concurrency: string;
  pending: string;
  memories: string;
  contradictions: 'rules' | 'model';
  steps: string;
  tokens: string;
  cost: string;
  minutes: string;
  minRisk: Risk;
  /** In the order of the settings, by which the API names what is wrong with one. */
  tools: readonly (Builtin | ServerDraft)[];
};

/**
 * Every built-in tool that the API’s description names, in the order in which agents are shown them: one that is added there does
 * not compile until it is here.
 */
const ORDER: Record<Builtin, true> = {
  calculate: true,
  clock: true,
  memory_search: true,
  memory_save: true,
  file_read: true,
  file_list: true,
  file_write: true,
  file_edit: true,
  file_move: true,
  file_delete: true,
  file_search: true,
  http_fetch: true,
  run_command: true,
  ask_agent: true,
  ask_person: true,
};
export const BUILTINS = Object.keys(ORDER) as readonly Builtin[];

/** What the API takes where nothing is said. */
export const EMPTY: Draft = {
  displayName: '',
  prompt: '',
  model: '',
  capabilities: '',
  concurrency: '3',
  pending: '100',
  memories: '10000',
  contradictions: 'rules',
  steps: '25',
  tokens: '200000',
  cost: '',
  minutes: '60',
  minRisk: 'medium',
  tools: [],
};

let keys = 0;
const newKey = (): string => {
  keys += 1;
  return `row-${keys}`;
};

export const newServer = (): ServerDraft => ({ key: newKey(), url: '', isTrusted: false, allow: '', headers: [] });
export const newHeader = (): HeaderDraft => ({ key: newKey(), name: '', secret: '' });

export const isServer = (tool: Builtin | ServerDraft): tool is ServerDraft => typeof tool !== 'string';

const toolDraft = (tool: ToolSetting): Builtin | ServerDraft => {
  if (typeof tool === 'string') return tool;
  const { url, headers = {}, trusted } = tool.mcp;
  return {
    key: newKey(),
    url,
    isTrusted: trusted,
    allow: (tool.allow ?? []).join('\n'),
    headers: Object.entries(headers).map(([name, { secret }]) => ({ key: newKey(), name, secret })),
  };
};

export const draftOf = (config: AgentConfig): Draft => ({
  displayName: config.display_name ?? '',
  prompt: config.system_prompt,
  model: config.model ?? '',
  capabilities: config.capabilities.join('\n'),
  concurrency: String(config.concurrency_limit),
  pending: String(config.max_pending),
  memories: String(config.memory.max_vectors),
  contradictions: config.memory.contradictions ?? 'rules',
  steps: String(config.limits.max_steps),
  tokens: String(config.limits.max_tokens),
  cost: config.limits.max_cost === undefined ? '' : String(config.limits.max_cost),
  minutes: String(config.limits.max_minutes),
  minRisk: config.approval.min_risk,
  tools: config.tools.map(toolDraft),
});
