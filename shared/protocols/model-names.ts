export const AGENT = 'agent/';

/** The agent that a model's name stands for, if any. */
export const agentOf = (model: string): string | undefined =>
  model.startsWith(AGENT) ? model.slice(AGENT.length) : undefined;

export const modelOfAgent = (name: string): string => `${AGENT}${name}`;
