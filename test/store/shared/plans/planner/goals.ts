import { authenticated } from '../../../../../shared/core/scope.ts';
import { type Gateway, gateway } from '../../../../../shared/gateway/index.ts';
import type { Goal, TeamAgent } from '../../../../../shared/plans/planner/goal.ts';
import { freeCalls } from '../../../../support/free-calls.ts';

export const alice = authenticated({ userId: 'alice' }).inProject('home');

export const agent = (name: string, more: Partial<TeamAgent> = {}): TeamAgent => ({
  key: `agt_${name}`,
  id: `useralice_home_${name}_1`,
  name,
  version: 1,
  description: `You are a ${name}.`,
  capabilities: [],
  tools: [],
  ...more,
});

export const team = [
  agent('researcher', { capabilities: ['research'], tools: ['http_fetch'] }),
  agent('writer', { capabilities: ['writing', 'editing'] }),
];

let runs = 0;

/** A wish nobody has had before, so that no two tests share a plan. */
export const wish = (more: Partial<Goal> = {}): Goal => {
  runs += 1;
  return {
    project: alice,
    session: 'ses_1',
    run: `run_${runs}`,
    round: 1,
    attempt: 1,
    request: `Find out about bees and write about them, number ${runs}.`,
    agents: team,
    config: { model: null, max_tasks: 50 },
    firstNumber: 1,
    ...more,
  };
};

/** The deployment's gateway to a scripted provider: no policies, nobody pays. */
export const gatewayTo = (url: string): Gateway =>
  gateway({
    settings: async () => ({ baseUrl: url, apiKey: 'sk-test', model: 'scripted', embeddingModel: 'scripted' }),
    timeouts: () => ({ firstByte: 10_000, retries: 0 }),
    policies: async () => [],
    record: async () => undefined,
    paid: freeCalls(),
  });

export const step = (id: string, on: string[] = [], more: Record<string, unknown> = {}) => ({
  id,
  description: `Do ${id}.`,
  agent: 'writer',
  depends_on: on,
  expected_output: null,
  ...more,
});

export const plan = (...tasks: unknown[]): string => JSON.stringify({ tasks, uses_history: false });
