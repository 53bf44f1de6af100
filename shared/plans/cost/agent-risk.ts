import type { AgentConfig } from '../../agents/index.ts';
import type { BuiltinName, Risk } from '../../tools/index.ts';

/** The most that a call of each tool can be declared as; of a fetch, that is one which may change something. */
const BUILTIN_RISKS: Record<BuiltinName, Risk> = {
  calculate: 'low',
  clock: 'low',
  memory_search: 'low',
  memory_save: 'low',
  file_read: 'low',
  file_list: 'low',
  file_write: 'medium',
  http_fetch: 'high',
  ask_agent: 'low',
  ask_person: 'low',
};

/** What a server's tools may do is not known before the server is asked, so it counts as the worst. */
const SERVER_RISK: Risk = 'high';

const ORDER: readonly Risk[] = ['low', 'medium', 'high'];
export const reaches = (risk: Risk, least: Risk): boolean => ORDER.indexOf(risk) >= ORDER.indexOf(least);
export const highest = (risks: readonly Risk[]): Risk => ORDER[Math.max(0, ...risks.map((one) => ORDER.indexOf(one)))]!;

/** The worst an agent can do with the tools it has. */
export const riskOfAgent = ({ tools }: Pick<AgentConfig, 'tools'>): Risk =>
  highest(tools.map((tool) => (typeof tool === 'string' ? BUILTIN_RISKS[tool] : SERVER_RISK)));

/** By agent key. */
export const risksOf = (
  agents: readonly { key: string; config: Pick<AgentConfig, 'tools'> }[],
): ReadonlyMap<string, Risk> => new Map(agents.map(({ key, config }) => [key, riskOfAgent(config)]));
