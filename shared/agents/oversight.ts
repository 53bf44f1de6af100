import { freedomsOf, type Oversight, risks } from '../tools/index.ts';
import { type AgentConfig, agentConfigSchema } from './config.ts';

type Asked = Pick<AgentConfig, 'approval' | 'tools'>;

/** What an agent's settings say about when its person is asked. */
export const oversightOf = ({ approval, tools }: Asked): Oversight => ({
  thresholds: { 'approval.min_risk': risks.indexOf(approval.min_risk) },
  freedoms: freedomsOf(tools),
});

/** Of an agent whose settings say nothing about it. */
export const BY_DEFAULT = oversightOf(agentConfigSchema.parse({ system_prompt: '-' }));
