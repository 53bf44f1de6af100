import { LRUCache } from 'lru-cache';
import { MINUTE } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { EgressError, type EgressFetch } from '../../egress/index.ts';
import { failed } from '../result.ts';
import type { McpSetting } from '../settings.ts';
import { OutcomeUnknown, type Tool, type ToolContext, type ToolResult, ToolUnavailable } from '../tool.ts';
import { MAX_CALL_DURATION, McpConnection } from './connection.ts';
import { toolResultOf } from './content.ts';
import { type Definition, repeatOf, riskOf, type UnsupportedTool } from './definition.ts';
import { mcpFailureOf } from './failure.ts';
import { toolName, toolPrefix } from './naming.ts';

export type ServerAccess = {
  fetch: EgressFetch;
  readSecret: (project: ProjectScope, name: string) => Promise<string | undefined>;
};

/** What is missing and why, in a sentence; `covers` tells whether a model that calls this name means it. */
export type MissingTools = { notice: string; covers(name: string): boolean };

/** The tools of one server. */
export type McpServer = { tools: Tool[]; unavailable: MissingTools[]; close(): Promise<void> };

type ToolListing = { definitions: Definition[]; unsupported: UnsupportedTool[] };

/** Lists by scope, address and headers: what one user's key may see is not another's. A container keeps them for a while. */
const listings = new LRUCache<string, ToolListing>({ max: 200, ttl: 5 * MINUTE });

/** For tests, and for a container that learns of a change. */
export const forgetListings = (): void => listings.clear();

/** An unavailable server costs the agent its tools, not the turn. */
export const openMcpServer = async (
  project: ProjectScope,
  setting: McpSetting,
  access: ServerAccess,
  signal?: AbortSignal,
): Promise<McpServer> => {
  const { url } = setting.mcp;
  const server = new URL(url).host;
  const { headers, missing } = await headersOf(project, setting, access);
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(', ');
    return withoutTools(url, `there is no secret ${names}.`);
  }
  const connection = new McpConnection({ url, headers, fetch: access.fetch });
  const key = sha256(JSON.stringify([project.prefix, url, headers]));
  try {
    const listing = listings.get(key) ?? (await connection.list(signal));
    listings.set(key, listing);
    const { offered, unavailable } = selected(setting, listing);
    return {
      tools: offered.map((definition) => toolOf(setting, definition, connection)),
      unavailable: unavailable.map(({ name, reason }) => ({
        notice: `The tool ${name} of ${server} is missing: ${reason}.`,
        covers: (called) => called === toolName(url, name),
      })),
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    if (signal?.aborted) throw signal.reason;
    return withoutTools(url, mcpFailureOf(error).text);
  }
};

const withoutTools = (url: string, why: string): McpServer => ({
  tools: [],
  unavailable: [
    {
      notice: `The tools of ${new URL(url).host} are missing: ${why}`,
      covers: (called) => called.startsWith(toolPrefix(url)),
    },
  ],
  close: async () => undefined,
});

const headersOf = async (project: ProjectScope, { mcp }: McpSetting, { readSecret }: ServerAccess) => {
  const headers: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, { secret }] of Object.entries(mcp.headers ?? {})) {
    const value = await readSecret(project, secret);
    if (value === undefined) missing.push(secret);
    else headers[name] = value;
  }
  return { headers, missing };
};

const selected = ({ allow }: McpSetting, { definitions, unsupported }: ToolListing) => {
  if (!allow) return { offered: definitions, unavailable: unsupported };
  const known = new Set([...definitions, ...unsupported].map(({ name }) => name));
  const strangers = allow
    .filter((name) => !known.has(name))
    .map((name) => ({ name, reason: 'the server does not have it' }));
  const allowed = <T extends { name: string }>(all: T[]) => all.filter(({ name }) => allow.includes(name));
  return { offered: allowed(definitions), unavailable: [...allowed(unsupported), ...strangers] };
};

const toolOf = ({ mcp: { url, trusted } }: McpSetting, definition: Definition, connection: McpConnection): Tool => {
  const repeat = repeatOf(definition, trusted);
  return {
    name: toolName(url, definition.name),
    description: definition.description,
    parameters: definition.parameters.shown,
    schema: definition.parameters.checked ?? definition.parameters.shown,
    origin: { kind: 'mcp', url, hash: definition.hash },
    riskOf: () => riskOf(definition, trusted),
    repeatOf: () => repeat,
    destinationOf: () => ({ host: new URL(url).host }),
    timeoutMs: MAX_CALL_DURATION,
    run: (args, context) => called(connection, definition, args, context, repeat !== 'unknown'),
  };
};

const called = async (
  connection: McpConnection,
  { name, inputSchema }: Definition,
  args: unknown,
  { idempotencyKey, signal, written, onProgress }: ToolContext,
  repeatable: boolean,
): Promise<ToolResult> => {
  try {
    return toolResultOf(
      await connection.call({
        name,
        inputSchema,
        args,
        written,
        idempotencyKey,
        signal,
        ...(onProgress && { onProgress }),
      }),
    );
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const { text, temporary, sent } = mcpFailureOf(error);
    if (sent && !repeatable) throw new OutcomeUnknown(text, { cause: forLogs(error) });
    if (temporary) throw new ToolUnavailable(text, { cause: forLogs(error) });
    return failed(text);
  }
};

/** A server's own words may hold anything, the user's data above all, and logs print causes. */
const forLogs = (error: unknown): unknown => {
  if (error instanceof EgressError) return error;
  return error instanceof Error ? error.name : 'not an error';
};
