import * as z from 'zod';
import { isoTime } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { type AgentMemory, MemoryUnavailable, memoryId, type RememberOptions } from '../../memory/index.ts';
import { failed, succeeded } from '../result.ts';
import { ToolUnavailable } from '../tool.ts';
import { builtin } from './define.ts';

const time = z.iso.datetime({ offset: true }).optional();
const milliseconds = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));

export const memorySearch = (memory: Pick<AgentMemory, 'recall'>) =>
  builtin({
    name: 'memory_search',
    description: 'Searches your own long-term memory: earlier conversations and what was saved.',
    schema: z.strictObject({
      query: z.string().trim().min(1).max(2_000),
      limit: z.int().min(1).max(20).default(5),
      tag: z.string().min(1).max(64).optional(),
      since: time.describe('Only what was remembered at or after this time'),
      until: time.describe('Only what was remembered at or before this time'),
    }),
    risk: 'low',
    repeat: 'safe',
    run: async ({ query, limit, tag, since, until }, { project, agent, session, signal }) => {
      try {
        const filters = { tag, since: milliseconds(since), until: milliseconds(until) };
        const found = await memory.recall(project, agent.key, { query, limit, filters, session, signal });
        if (found.length === 0) return succeeded('Nothing was found.');
        const shown = found.map(({ id, text, subject, tags, success, createdAt }) => ({
          id,
          text,
          ...(subject !== undefined && { subject }),
          tags,
          ...(success === false && { success }),
          created_at: isoTime(createdAt),
        }));
        return succeeded(JSON.stringify(shown));
      } catch (error) {
        // Knowing nothing is no reason for an agent to stop.
        if (error instanceof MemoryUnavailable) return failed(error.message);
        throw error;
      }
    },
  });

export const memorySave = (
  memory: Pick<AgentMemory, 'remember'>,
  limits: Pick<RememberOptions, 'maxVectors' | 'judge'>,
) =>
  builtin({
    name: 'memory_save',
    description:
      'Saves a fact to your own long-term memory. Give a subject when the fact may change: what was saved under the same subject becomes history. Name earlier memories that the fact makes untrue.',
    schema: z.strictObject({
      text: z
        .string()
        .min(1)
        .max(8_000)
        .refine((text) => text.trim() !== '', 'Must not be blank.'),
      subject: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .optional()
        .describe('What the fact is about, for example "favourite colour"'),
      tags: z.array(z.string().trim().min(1).max(64)).max(10).default([]),
      importance: z.number().min(0).max(1).default(0.5).describe('From 0, soon forgotten, to 1'),
      contradicts: z.array(memoryId).max(20).default([]).describe('Ids of memories that are no longer true'),
    }),
    risk: 'low',
    repeat: 'safe',
    run: async ({ text, subject, tags, importance, contradicts }, context) => {
      const { project, agent, session, message, idempotencyKey, signal } = context;
      // The same step has the same id, so a repeat replaces what it saved before.
      const id = `tool-${sha256(idempotencyKey).slice(0, 32)}`;
      const written = subject === undefined ? text : `${subject}: ${text}`;
      try {
        const source = { sessionId: session, messageId: message, agentVersion: agent.version };
        const fact = { id, text: written, type: 'fact', ...source, tags, importance, ...(subject && { subject }) };
        await memory.remember(project, agent.key, fact, { ...limits, supersedes: contradicts, signal });
        return succeeded(JSON.stringify({ saved: id }));
      } catch (error) {
        if (error instanceof MemoryUnavailable) throw new ToolUnavailable(error.message, { cause: error });
        throw error;
      }
    },
  });
