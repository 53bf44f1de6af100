import type { EgressFetch } from '../../egress/index.ts';
import { type AgentMemory, keepingOf, type MemorySettings } from '../../memory/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { BuiltinName } from '../settings.ts';
import type { Tool } from '../tool.ts';
import { fileEdit } from './files/edit.ts';
import { fileDelete, fileMove } from './files/move.ts';
import { fileList, fileRead } from './files/read.ts';
import { fileSearch } from './files/search.ts';
import { fileWrite } from './files/write.ts';
import { httpFetch } from './http-fetch.ts';
import { memorySave, memorySearch } from './memory.ts';
import { askAgent, askPerson, calculate, clock } from './plain.ts';
import { runCommand } from './run-command.ts';

/** Of an agent, all that its tools go by; a stored agent is one. */
export type ToolAgent = { agent_key: string; name: string; config: MemorySettings };

export type Memory = Pick<AgentMemory, 'recall' | 'remember'>;

export const builtinTools = (
  { config }: Pick<ToolAgent, 'config'>,
  { fetch, memory, sandbox }: { fetch: EgressFetch; memory: Memory; sandbox: Sandbox },
) =>
  ({
    calculate: () => calculate,
    clock: () => clock(),
    memory_search: () => memorySearch(memory),
    memory_save: () => memorySave(memory, keepingOf(config)),
    file_read: () => fileRead,
    file_list: () => fileList,
    file_write: () => fileWrite,
    file_edit: () => fileEdit,
    file_move: () => fileMove,
    file_delete: () => fileDelete,
    file_search: () => fileSearch,
    http_fetch: () => httpFetch(fetch),
    run_command: () => runCommand(sandbox),
    ask_agent: () => askAgent,
    ask_person: () => askPerson,
  }) satisfies Record<BuiltinName, () => Tool>;
