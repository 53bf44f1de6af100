import type { ProjectScope } from '../../../shared/core/scope.ts';
import type { AgentMemory } from '../../../shared/memory/index.ts';
import { type Asked, type Conversations, KINDS } from './conversations.ts';

export const LIMIT = 5;

/** Writes the turns as an agent's turns are remembered, and in their order. */
export const remembered = async (
  memory: Pick<AgentMemory, 'importAll'>,
  { scope, agent }: { scope: ProjectScope; agent: string },
  { turns }: Conversations,
): Promise<void> => {
  const lines = turns.map(({ id, session, at, text }) => ({
    id,
    text,
    type: 'interaction',
    success: true,
    session_id: session,
    created_at: new Date(at).toISOString(),
  }));
  await memory.importAll(scope, agent, lines.map((line) => JSON.stringify(line)).join('\n'));
};

/** The ids of the first hits of a question. */
export type Search = (asked: Asked) => Promise<string[]>;

/** Of the questions: how many have their answer among the first hits, and how many something outdated. */
export type Quality = { asked: number; found: number; outdated: number };

/** By kind of question, and over all. */
export const qualityOf = async (questions: Asked[], search: Search): Promise<Map<string, Quality>> => {
  const kinds = new Map<string, Quality>(['all', ...KINDS].map((kind) => [kind, { asked: 0, found: 0, outdated: 0 }]));
  for (const asked of questions) {
    const hits = (await search(asked)).slice(0, LIMIT);
    for (const quality of [kinds.get('all'), kinds.get(asked.kind)]) {
      if (!quality) continue;
      quality.asked += 1;
      if (hits.includes(asked.answer)) quality.found += 1;
      if (hits.some((id) => asked.outdated.includes(id))) quality.outdated += 1;
    }
  }
  return kinds;
};
