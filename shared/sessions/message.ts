import * as z from 'zod';
import { isoTime } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { NewEvent } from '../events/index.ts';
import {
  getItem,
  type Item,
  queryPage,
  ranges,
  SCHEMA_VERSION,
  type StoredItem,
  type StoredText,
  sessionKeys,
  unpackText,
} from '../store/index.ts';

const role = z.enum(['user', 'assistant']);

/** The plug-in that added a message. */
export const messageAuthorSchema = z
  .object({ kind: z.literal('plug_in'), webhook_id: z.string(), name: z.string() })
  .meta({ id: 'MessageAuthor' });
export type MessageAuthor = z.infer<typeof messageAuthorSchema>;

/** A message as clients see it. */
export const messageSchema = z
  .object({
    id: z.string(),
    role,
    content: z.string(),
    agent_id: z.string().nullable(),
    run_id: z.string(),
    author: messageAuthorSchema.optional(),
    created_at: z.string(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof messageSchema>;
/** A message as a prompt needs it. `context`: what the caller's application said about the conversation with it. */
export type PromptMessage = Message & { context?: string };

const storedMessageSchema = z.object({
  message_id: z.string(),
  role,
  content: z.string().optional(),
  content_ref: z.string().optional(),
  agent_id: z.string().optional(),
  run_id: z.string(),
  author: messageAuthorSchema.optional(),
  created_at: z.number(),
  context: z.object({ content: z.string().optional(), content_ref: z.string().optional() }).optional(),
});

type NewMessage = {
  id: string;
  session: string;
  role: Message['role'];
  text: StoredText;
  context?: StoredText;
  run: string;
  agent?: string;
  author?: MessageAuthor;
  now: number;
};

/** The item of a message, for the transaction that accepts or answers it. */
export const messageItem = (project: ProjectScope, message: NewMessage): StoredItem => ({
  ...sessionKeys.message(project, message.session, message.id),
  v: SCHEMA_VERSION,
  message_id: message.id,
  role: message.role,
  ...message.text,
  run_id: message.run,
  ...(message.agent && { agent_id: message.agent }),
  ...(message.context && { context: message.context }),
  ...(message.author && { author: message.author }),
  created_at: message.now,
});

/** The event that carries a message's authoritative text. */
export const messageCreated = (message: {
  id: string;
  role: Message['role'];
  content: string;
  run: string;
  agent?: string;
  now: number;
}): NewEvent => ({
  event_type: 'message_created',
  payload: {
    message_id: message.id,
    role: message.role,
    content: message.content,
    agent_id: message.agent ?? null,
    run_id: message.run,
    created_at: isoTime(message.now),
  },
});

const readMessage = async (item: Item): Promise<Message> => {
  const message = storedMessageSchema.parse(item);
  return {
    id: message.message_id,
    role: message.role,
    content: await unpackText(message),
    agent_id: message.agent_id ?? null,
    run_id: message.run_id,
    ...(message.author && { author: message.author }),
    created_at: isoTime(message.created_at),
  };
};

const readForPrompt = async (item: Item): Promise<PromptMessage> => {
  const { context } = storedMessageSchema.parse(item);
  return { ...(await readMessage(item)), ...(context && { context: await unpackText(context) }) };
};

type Page = { items: Message[]; next: string | undefined };

/** Text in one page: a Lambda function can return at most 6 MB, and JSON may double some characters. */
const MAX_PAGE_BYTES = 2 * 1024 * 1024;

/** A page of a session's messages, oldest first unless asked otherwise. `after` is the id the page before ended with. */
export const listMessages = async (
  project: ProjectScope,
  session: string,
  options: { limit: number; after?: string; newestFirst?: boolean },
): Promise<Page> => {
  const page = await queryPage({
    ...ranges.messages(project, session),
    limit: options.limit,
    ...(options.newestFirst && { newestFirst: true }),
    ...(options.after !== undefined && { after: sessionKeys.message(project, session, options.after).sk }),
  });
  const items: Message[] = [];
  let bytes = 0;
  for (const item of page.items) {
    const message = await readMessage(item);
    bytes += Buffer.byteLength(message.content);
    if (bytes > MAX_PAGE_BYTES && items.length > 0) return { items, next: items.at(-1)?.id };
    items.push(message);
  }
  return { items, next: page.next === undefined ? undefined : items.at(-1)?.id };
};

/** The newest messages up to and with `upTo`, oldest first: what a prompt is made from. */
export const historyUpTo = async (
  project: ProjectScope,
  session: string,
  { upTo, limit }: { upTo: string; limit: number },
): Promise<PromptMessage[]> => {
  const page = await queryPage({
    ...ranges.messagesUpTo(project, session, upTo),
    limit,
    newestFirst: true,
  });
  return (await Promise.all(page.items.map(readForPrompt))).reverse();
};

/** One message of a session, if it is there. */
export const findMessage = async (project: ProjectScope, session: string, id: string): Promise<Message | undefined> => {
  const item = await getItem(sessionKeys.message(project, session, id));
  return item && readMessage(item);
};
