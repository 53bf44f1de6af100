import * as z from 'zod';
import { newId } from '../../core/ids.ts';
import { wordsSchema } from '../../core/words.ts';

/** Of a text, in UTF-16 units; longer ones are the business of files. */
export const MAX_TEXT_LENGTH = 32 * 1024;

/** A prompt has room for fewer. */
const MAX_RECALLED_IDS = 64;

/** As what a memory is named, here and by whoever imports it. */
const name = z.string().regex(/^[A-Za-z0-9_.-]{1,128}$/, 'Letters, digits, "_", "." and "-", at most 128.');

/** What is remembered, as it is written, exported and imported. */
export const memoryRecord = z.strictObject({
  /** The same id is the same memory: a task that is repeated remembers once. */
  id: name,
  text: z
    .string()
    .min(1)
    .max(MAX_TEXT_LENGTH)
    .regex(/\S/, 'Must not be blank.')
    .refine((text) => text.isWellFormed(), 'Must not hold half a character.'),
  type: z
    .string()
    .regex(/^[a-z][a-z_]{0,31}$/, 'Lower-case letters and "_", at most 32.')
    .default('note'),
  success: z.boolean().optional(),
  /** What the text is about, where that has one value at a time ("favourite colour"): a newer one supersedes it. */
  subject: wordsSchema(200).optional(),
  session_id: name.optional(),
  message_id: name.optional(),
  agent_version: z.int().positive().optional(),
  tags: z.array(wordsSchema(64)).max(20).default([]),
  /** Pruning leaves it alone. */
  pinned: z.boolean().default(false),
  /** From 0, soon forgotten, to 1. */
  importance: z.number().min(0).max(1).default(0.5),
  created_at: z.iso.datetime({ offset: true }),
  /** Of a turn: the memories that its model was shown. */
  recalled: z.array(name).max(MAX_RECALLED_IDS).optional(),
  /** The memory that contradicts this one, which is history since: kept, and not recalled. */
  superseded_by: name.optional(),
});

export const memoryId = memoryRecord.shape.id;

export type MemoryRecord = z.infer<typeof memoryRecord>;

export type NewMemory = {
  id?: string;
  text: string;
  type?: string;
  success?: boolean;
  subject?: string;
  sessionId?: string;
  messageId?: string;
  agentVersion?: number;
  recalled?: string[];
  tags?: string[];
  pinned?: boolean;
  importance?: number;
  /** Milliseconds since the epoch. */
  createdAt?: number;
};

export type Memory = {
  id: string;
  text: string;
  type: string;
  success?: boolean;
  subject?: string;
  sessionId?: string;
  messageId?: string;
  agentVersion?: number;
  recalled?: string[];
  /** The memory that contradicts this one; see `facts/`. */
  supersededBy?: string;
  tags: string[];
  pinned: boolean;
  importance: number;
  createdAt: number;
  /** When it last was of use to a search, to the hour. */
  lastUsedAt?: number;
  /** Turns whose model was shown it, by how they ended; only where it is asked for. */
  uses?: { succeeded: number; failed: number };
  /** Cosine similarity to the query, from -1 to 1; only in the answer to one. */
  score?: number;
};

/** What our own code wants remembered: the beginning of a text that is too long, a time and an id where it gave none. */
export const recordOf = (memory: NewMemory, now: number): MemoryRecord =>
  memoryRecord.parse({
    id: memory.id ?? newId('mem', now),
    text: shortened(memory.text),
    type: memory.type,
    success: memory.success,
    subject: memory.subject,
    session_id: memory.sessionId,
    message_id: memory.messageId,
    agent_version: memory.agentVersion,
    recalled: memory.recalled,
    tags: memory.tags,
    pinned: memory.pinned,
    importance: memory.importance,
    created_at: new Date(memory.createdAt ?? now).toISOString(),
  });

const shortened = (text: string): string =>
  (text.length <= MAX_TEXT_LENGTH ? text : `${text.slice(0, MAX_TEXT_LENGTH - 1)}…`).toWellFormed();
