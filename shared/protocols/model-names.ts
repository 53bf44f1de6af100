export const AGENT = 'agent/';

/** The agent a model's name stands for, if it does. */
export const agentOf = (model: string): string | undefined =>
  model.startsWith(AGENT) ? model.slice(AGENT.length) : undefined;

export const modelOfAgent = (name: string): string => `${AGENT}${name}`;
