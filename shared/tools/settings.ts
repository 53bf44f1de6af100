import * as z from 'zod';
import { isPrototypeName } from '../core/prototype-name.ts';
import { secretNameSchema } from '../vault/index.ts';

/** In the order agents are shown them. */
export const BUILTIN_NAMES = [
  'calculate',
  'clock',
  'memory_search',
  'memory_save',
  'file_read',
  'file_list',
  'file_write',
  'file_edit',
  'file_move',
  'file_delete',
  'file_search',
  'http_fetch',
  'run_command',
  'ask_agent',
  'ask_person',
] as const;
export type BuiltinName = (typeof BUILTIN_NAMES)[number];

const MAX_SETTINGS = 20;

/** Of the protocol's own, and of the connection: a server's key is in none of them. */
const RESERVED =
  /^(mcp-.*|accept|content-type|content-length|host|connection|transfer-encoding|upgrade|te|trailer|expect|keep-alive|proxy-.*|last-event-id)$/i;

const headerNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/, 'Must be a header name.')
  .refine((name) => !RESERVED.test(name), 'This header is set by the protocol.')
  .refine((name) => !isPrototypeName(name), 'A header cannot have this name.');

const addressSchema = z
  .string()
  .max(2_048)
  .regex(/^https?:\/\/[^\s/?#]+/i, 'Must be an http or https address.')
  .refine((text) => {
    const url = URL.parse(text);
    if (url?.username !== '' || url.password !== '' || url.hash !== '') return false;
    return url.protocol === 'https:' || url.protocol === 'http:';
  }, 'Must be an http or https address without user name, password and fragment.');

const mcpSchema = z
  .strictObject({
    mcp: z.strictObject({
      url: addressSchema,
      /** Values come from the project's secrets; none stands in a configuration. */
      headers: z
        .record(headerNameSchema, z.strictObject({ secret: secretNameSchema }).meta({ id: 'SecretReference' }))
        .refine((headers) => Object.keys(headers).length <= 10, 'At most 10 headers.')
        .optional(),
      /** Whether the server's word counts that a tool only reads. */
      trusted: z.boolean().default(false),
    }),
    /** The server's own names of the tools to offer; all of them unless given. */
    allow: z.array(z.string().min(1).max(128)).min(1).max(100).optional(),
  })
  .meta({ id: 'McpServer' });

/** One entry of an agent's `tools`. */
export const toolSettingSchema = z
  .union([z.enum(BUILTIN_NAMES), mcpSchema], {
    error: `Must be one of ${BUILTIN_NAMES.join(', ')}, or {"mcp": {"url", "headers"?, "trusted"?}, "allow"?}.`,
  })
  .meta({ id: 'ToolSetting' });
export type ToolSetting = z.infer<typeof toolSettingSchema>;
export type McpSetting = z.infer<typeof mcpSchema>;

const nameOf = (setting: ToolSetting): string =>
  typeof setting === 'string' ? setting : (URL.parse(setting.mcp.url)?.href ?? setting.mcp.url);

/** An agent's `tools`: each built-in and each server once, so that every tool has one name, one risk and one set of headers. */
export const toolSettingsSchema = z
  .array(toolSettingSchema)
  .max(MAX_SETTINGS)
  .refine(
    (settings) => new Set(settings.map(nameOf)).size === settings.length,
    'Each tool and each server may be named once.',
  );
