import type { EgressFetch } from '../../egress/index.ts';
import { type AgentMemory, keepingOf, type MemorySettings } from '../../memory/index.ts';
import type { BuiltinName } from '../settings.ts';
import type { Tool } from '../tool.ts';
import { fileList, fileRead, fileWrite } from './files.ts';
import { httpFetch } from './http-fetch.ts';
import { memorySave, memorySearch } from './memory.ts';
import { askAgent, askPerson, calculate, clock } from './plain.ts';

/** Of an agent, all that its tools go by; a stored agent is one. */
export type ToolAgent = { agent_key: string; name: string; config: MemorySettings };

export type Memory = Pick<AgentMemory, 'recall' | 'remember'>;

export const builtinTools = (
  { config }: Pick<ToolAgent, 'config'>,
  { fetch, memory }: { fetch: EgressFetch; memory: Memory },
) =>
  ({
    calculate: () => calculate,
    clock: () => clock(),
    memory_search: () => memorySearch(memory),
    memory_save: () => memorySave(memory, keepingOf(config)),
    file_read: () => fileRead,
    file_list: () => fileList,
    file_write: () => fileWrite,
    http_fetch: () => httpFetch(fetch),
    ask_agent: () => askAgent,
    ask_person: () => askPerson,
  }) satisfies Record<BuiltinName, () => Tool>;
