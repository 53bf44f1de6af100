import { LRUCache } from 'lru-cache';
import { MINUTE } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type GuardedFetch, OutsideError } from '../../egress/index.ts';
import { failed } from '../result.ts';
import type { McpSetting } from '../settings.ts';
import { OutcomeUnknown, type Tool, type ToolContext, type ToolResult, ToolUnavailable } from '../tool.ts';
import { LONGEST_CALL, McpConnection } from './connection.ts';
import { resultOf } from './content.ts';
import { type Definition, repeatOf, riskOf, type Unfit } from './definition.ts';
import { failureOf } from './failure.ts';
import { toolName } from './naming.ts';

export type Outside = {
  fetch: GuardedFetch;
  readSecret: (project: ProjectScope, name: string) => Promise<string | undefined>;
};

/** The tools of one server. `unavailable` says in sentences what is missing and why. */
export type McpServer = { tools: Tool[]; unavailable: string[]; close(): Promise<void> };

type Listing = { definitions: Definition[]; unfit: Unfit[] };

/** Lists by scope, address and headers: what one user's key may see is not another's. A container keeps them for a while. */
const listings = new LRUCache<string, Listing>({ max: 200, ttl: 5 * MINUTE });

/** For tests, and for a container that hears of a change. */
export const forgetListings = (): void => listings.clear();

/** A server that cannot be had leaves the agent without its tools, not without a voice. */
export const openMcpServer = async (
  project: ProjectScope,
  setting: McpSetting,
  outside: Outside,
  signal?: AbortSignal,
): Promise<McpServer> => {
  const { url } = setting.mcp;
  const server = new URL(url).host;
  const { headers, missing } = await headersOf(project, setting, outside);
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(', ');
    return withoutTools(`The tools of ${server} are missing: there is no secret ${names}.`);
  }
  const connection = new McpConnection({ url, headers, fetch: outside.fetch });
  const key = sha256(JSON.stringify([project.prefix, url, headers]));
  try {
    const listing = listings.get(key) ?? (await connection.list(signal));
    listings.set(key, listing);
    const { offered, unavailable } = selected(setting, listing);
    return {
      tools: offered.map((definition) => toolOf(setting, definition, connection)),
      unavailable: unavailable.map(({ name, reason }) => `The tool ${name} of ${server} is missing: ${reason}.`),
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    if (signal?.aborted) throw signal.reason;
    return withoutTools(`The tools of ${server} are missing: ${failureOf(error).text}`);
  }
};

const withoutTools = (reason: string): McpServer => ({
  tools: [],
  unavailable: [reason],
  close: async () => undefined,
});

const headersOf = async (project: ProjectScope, { mcp }: McpSetting, { readSecret }: Outside) => {
  const headers: Record<string, string> = {};
  const missing: string[] = [];
  for (const [name, { secret }] of Object.entries(mcp.headers ?? {})) {
    const value = await readSecret(project, secret);
    if (value === undefined) missing.push(secret);
    else headers[name] = value;
  }
  return { headers, missing };
};

const selected = ({ allow }: McpSetting, { definitions, unfit }: Listing) => {
  if (!allow) return { offered: definitions, unavailable: unfit };
  const known = new Set([...definitions, ...unfit].map(({ name }) => name));
  const strangers = allow.filter((name) => !known.has(name)).map((name) => ({ name, reason: 'the server has none' }));
  const allowed = <T extends { name: string }>(all: T[]) => all.filter(({ name }) => allow.includes(name));
  return { offered: allowed(definitions), unavailable: [...allowed(unfit), ...strangers] };
};

const toolOf = ({ mcp: { url, trusted } }: McpSetting, definition: Definition, connection: McpConnection): Tool => {
  const repeat = repeatOf(definition, trusted);
  return {
    name: toolName(url, definition.name),
    description: definition.description,
    parameters: definition.schema,
    origin: { kind: 'mcp', url, hash: definition.hash },
    riskOf: () => riskOf(definition, trusted),
    repeatOf: () => repeat,
    placeOf: () => ({ host: new URL(url).host }),
    timeoutMs: LONGEST_CALL,
    run: (args, context) => called(connection, definition.name, args, context, repeat !== 'unknown'),
  };
};

const called = async (
  connection: McpConnection,
  name: string,
  args: unknown,
  { idempotencyKey, signal, onProgress }: ToolContext,
  repeatable: boolean,
): Promise<ToolResult> => {
  try {
    return resultOf(await connection.call({ name, args, idempotencyKey, signal, ...(onProgress && { onProgress }) }));
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const { text, temporary, sent } = failureOf(error);
    if (sent && !repeatable) throw new OutcomeUnknown(text, { cause: forLogs(error) });
    if (temporary) throw new ToolUnavailable(text, { cause: forLogs(error) });
    return failed(text);
  }
};

/** A server's own words may hold anything, the user's data above all, and logs print causes. */
const forLogs = (error: unknown): unknown => {
  if (error instanceof OutsideError) return error;
  return error instanceof Error ? error.name : 'not an error';
};
