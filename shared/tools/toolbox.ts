import { type Misfit, misfitsOf } from '../core/json/schema.ts';
import type { ProjectScope } from '../core/scope.ts';
import { egressFetch } from '../egress/index.ts';
import { recall, remember } from '../memory/index.ts';
import { type Sandbox, sandboxOf } from '../sandbox/index.ts';
import { readSecret } from '../vault/index.ts';
import { builtinTools, type Memory, type ToolAgent } from './builtin/catalogue.ts';
import { type McpServer, type MissingTools, openMcpServer, type ServerAccess } from './mcp/server.ts';
import type { BuiltinName, McpSetting, ToolSetting } from './settings.ts';
import type { JsonSchema, Tool } from './tool.ts';

export type ModelTool = { type: 'function'; function: { name: string; description: string; parameters: JsonSchema } };

export type Toolbox = {
  tools: Tool[];
  /** Configured tools that are unavailable, as sentences for the model, the log and the user. */
  unavailable: string[];
  find(name: string): Tool | undefined;
  /** The sentence about a tool that is unavailable, by the name a model calls it by. */
  whyMissing(name: string): string | undefined;
  /** What is wrong with the arguments of a call, in sentences for the model. */
  validate(tool: Tool, args: unknown): string[];
  /** As the chat-completions API takes them. */
  asModelTools(): ModelTool[];
  /** Ends the sessions with servers. */
  close(): Promise<void>;
};

export type ToolboxOptions = Partial<ServerAccess> & { memory?: Memory; sandbox?: Sandbox; signal?: AbortSignal };

/** Everything an agent may use in one turn. Servers are asked in parallel; one that is down only lacks its tools. */
export const openToolbox = async (
  project: ProjectScope,
  agent: ToolAgent,
  settings: ToolSetting[],
  options: ToolboxOptions = {},
): Promise<Toolbox> => {
  const access = { fetch: options.fetch ?? egressFetch, readSecret: options.readSecret ?? readSecret };
  const { memory = { recall, remember }, sandbox = sandboxOf(access.fetch) } = options;
  const own = builtinTools(agent, { fetch: access.fetch, memory, sandbox });
  const named = settings.filter((setting): setting is BuiltinName => typeof setting === 'string');
  const remote = settings.filter((setting): setting is McpSetting => typeof setting !== 'string');
  const servers = await allOrNone(remote.map((setting) => openMcpServer(project, setting, access, options.signal)));
  const tools = [...named.map((name) => own[name]()), ...servers.flatMap((server) => server.tools)];
  const missing = servers.flatMap((server) => server.unavailable);
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return {
    tools: [...byName.values()],
    unavailable: noticesOf(missing),
    find: (name) => byName.get(name),
    whyMissing: (name) => missing.find(({ covers }) => covers(name))?.notice,
    validate: (tool, args) => misfitsOf(tool.schema ?? tool.parameters, args).map(inWords),
    asModelTools: () => [...byName.values()].map(asModelTool),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
};

/** A server with hundreds of odd tools shall not crowd out the conversation. */
const MAX_NOTICES = 20;

const noticesOf = (missing: MissingTools[]): string[] => {
  const notices = missing.slice(0, MAX_NOTICES).map(({ notice }) => notice);
  const more = missing.length - notices.length;
  return more > 0 ? [...notices, `And ${more} more are missing.`] : notices;
};

/** When one cannot be opened for a reason that ends the turn, the others are not left open. */
const allOrNone = async (opening: Array<Promise<McpServer>>): Promise<McpServer[]> => {
  const settled = await Promise.allSettled(opening);
  const opened = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failure = settled.find((one) => one.status === 'rejected');
  if (!failure) return opened;
  await Promise.all(opened.map((server) => server.close()));
  throw failure.reason;
};

const inWords = ({ location, message }: Misfit): string => (location === '' ? message : `${location}: ${message}`);

const asModelTool = ({ name, description, parameters }: Tool): ModelTool => ({
  type: 'function',
  function: { name, description, parameters },
});
