import { createHash } from 'node:crypto';
import { keysOf } from '../facts/facts.ts';
import { termsOf } from '../recall/words.ts';
import type { Memory, MemoryRecord } from './memory-record.ts';

/** What the vector store keeps beside a vector. Times are milliseconds, so that they can be compared and ordered by. */
export type Payload = Omit<MemoryRecord, 'id' | 'created_at' | 'superseded_by'> & {
  tenant: string;
  memory_id: string;
  created_at: number;
  /** `created_at` made all but unique, for pages in the order of time. */
  position: number;
  bytes: number;
  /** What the text is found by beside its words; see `words.ts`. */
  terms?: string[];
  last_used_at?: number;
  /** The keys of the facts it states; see `facts/`. */
  facts?: string[];
  /** A field that was set is set to this again where it no longer holds. */
  superseded?: boolean;
  superseded_by?: string | null;
};

/**
 * 2,048 positions in each millisecond, chosen by the id: memories imported with the same time still have an order.
 * The product stays exact until the year 2109.
 */
const POSITIONS_PER_MILLISECOND = 2_048;

const position = (createdAt: number, id: string): number =>
  createdAt * POSITIONS_PER_MILLISECOND +
  (createHash('sha256').update(id).digest().readUInt16BE() % POSITIONS_PER_MILLISECOND);

export const payloadOf = (tenant: string, { id, created_at, superseded_by, ...rest }: MemoryRecord): Payload => {
  const createdAt = Date.parse(created_at);
  const facts = keysOf(rest);
  const terms = termsOf(rest.text);
  return {
    ...rest,
    tenant,
    memory_id: id,
    created_at: createdAt,
    position: position(createdAt, id),
    bytes: Buffer.byteLength(rest.text),
    ...(terms.length > 0 && { terms }),
    ...(facts.length > 0 && { facts }),
    ...(superseded_by !== undefined && { superseded: true, superseded_by }),
  };
};

export const memoryOf = (payload: Payload, score?: number): Memory => ({
  id: payload.memory_id,
  text: payload.text,
  type: payload.type,
  ...(payload.success !== undefined && { success: payload.success }),
  ...(payload.subject !== undefined && { subject: payload.subject }),
  ...(payload.session_id !== undefined && { sessionId: payload.session_id }),
  ...(payload.message_id !== undefined && { messageId: payload.message_id }),
  ...(payload.agent_version !== undefined && { agentVersion: payload.agent_version }),
  ...(payload.recalled !== undefined && { recalled: payload.recalled }),
  ...(payload.superseded_by && { supersededBy: payload.superseded_by }),
  tags: payload.tags,
  pinned: payload.pinned,
  importance: payload.importance,
  createdAt: payload.created_at,
  ...(payload.last_used_at !== undefined && { lastUsedAt: payload.last_used_at }),
  ...(score !== undefined && { score }),
});

export const exported = ({
  memory_id,
  created_at,
  tenant,
  position,
  bytes,
  last_used_at,
  terms,
  facts,
  superseded,
  superseded_by,
  ...rest
}: Payload): MemoryRecord => ({
  id: memory_id,
  ...rest,
  created_at: new Date(created_at).toISOString(),
  ...(superseded_by && { superseded_by }),
});
