import type { AgentConfig } from '../../agents/index.ts';
import type { BuiltinName, Risk } from '../../tools/index.ts';

/** The highest risk a call of each tool can have; for a fetch, that of a request that may change something. */
const BUILTIN_RISKS: Record<BuiltinName, Risk> = {
  calculate: 'low',
  clock: 'low',
  memory_search: 'low',
  memory_save: 'low',
  file_read: 'low',
  file_list: 'low',
  file_write: 'medium',
  file_edit: 'medium',
  file_move: 'medium',
  file_delete: 'medium',
  file_search: 'low',
  http_fetch: 'high',
  run_command: 'high',
  ask_agent: 'low',
  ask_person: 'low',
};

/** The tools of a server are not known before it is asked, so they count as the highest risk. */
const SERVER_RISK: Risk = 'high';

const ORDER: readonly Risk[] = ['low', 'medium', 'high'];
export const reaches = (risk: Risk, least: Risk): boolean => ORDER.indexOf(risk) >= ORDER.indexOf(least);
export const highest = (risks: readonly Risk[]): Risk => ORDER[Math.max(0, ...risks.map((one) => ORDER.indexOf(one)))]!;

/** The highest risk among an agent's tools. */
export const riskOfAgent = ({ tools }: Pick<AgentConfig, 'tools'>): Risk =>
  highest(tools.map((tool) => (typeof tool === 'string' ? BUILTIN_RISKS[tool] : SERVER_RISK)));

/** By agent key. */
export const risksOf = (
  agents: readonly { key: string; config: Pick<AgentConfig, 'tools'> }[],
): ReadonlyMap<string, Risk> => new Map(agents.map(({ key, config }) => [key, riskOfAgent(config)]));
