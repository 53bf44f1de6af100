import * as z from 'zod';
import { agentConfigSchema, newAgentSchema } from '../../agents/index.ts';
import { idSchema } from '../../core/ids.ts';
import { wordsSchema } from '../../core/words.ts';
import { memoryRecord } from '../../memory/index.ts';
import { orchestratorConfigSchema } from '../../plans/index.ts';
import { messageSchema } from '../../sessions/index.ts';
import { secretNameSchema } from '../../vault/index.ts';
import type { Line } from '../line.ts';
import { agentId, time } from './fields.ts';
import { fileSchemas } from './files.ts';
import { historySchemas } from './history.ts';

/** Of a person's own message, as the routes have it; and of an answer. */
const MAX_MESSAGE_LENGTH = { user: 200_000, assistant: 1_000_000 };
/** As agents may write them. */
const MAX_FILE_BYTES = 256 * 1024;
/** What a version's key has room for. */
const MAX_VERSION = 999_999;

const agent = z.object({
  key: idSchema('agt'),
  name: newAgentSchema.shape.name,
  version: z.int().min(1).max(MAX_VERSION),
  config: agentConfigSchema,
  created_at: time,
  updated_at: time,
});

const file = z.object({
  path: z.string().min(1).max(512),
  encoding: z.enum(['utf-8', 'base64']),
  content: z.string(),
  truncated: z.boolean(),
});

const session = z.object({
  id: idSchema('ses'),
  title: wordsSchema(200),
  created_at: time,
  updated_at: time,
});

const message = z
  .object({
    id: idSchema('msg'),
    role: messageSchema.shape.role,
    content: z.string().refine((text) => text.isWellFormed(), 'Must not hold half a character.'),
    agent_id: agentId.nullable(),
    run_id: idSchema('run'),
    created_at: time,
  })
  .refine(({ role, content }) => content.length <= MAX_MESSAGE_LENGTH[role], {
    path: ['content'],
    message: `A message has at most ${MAX_MESSAGE_LENGTH.user} characters, an answer ${MAX_MESSAGE_LENGTH.assistant}.`,
  });

/** Larger or binary files, which no agent wrote, are left out. */
export const isWritable = ({ encoding, content, truncated }: z.infer<typeof file>): boolean =>
  encoding === 'utf-8' && !truncated && Buffer.byteLength(content) <= MAX_FILE_BYTES;

/** What is imported, by the schemas of the interface. Every other kind is a record of a deployment, or would loosen oversight, and left out. */
export const schemas = {
  orchestrator: orchestratorConfigSchema,
  agent,
  memory: memoryRecord,
  ...fileSchemas,
  file,
  session,
  message,
  ...historySchemas,
} as const;
export type ImportedKind = keyof typeof schemas;
export type ValueOf<K extends ImportedKind> = z.infer<(typeof schemas)[K]>;

export const isImported = (kind: Line['kind']): kind is ImportedKind => kind in schemas;

/** Of a secret only the name: what has to be entered anew. */
export const namedSecret = z.object({ name: secretNameSchema });
