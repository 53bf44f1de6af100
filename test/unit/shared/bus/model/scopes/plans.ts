import type { Scope } from './scope.ts';
import { a, accept, allowed, asks, cancel, decide, once, one, plan, retry, status, task } from './words.ts';

/** A plan's task asks one agent, which asks another: who waits for whom, beside the plan. */
const threeDeep = {
  agents: [one, one, one],
  sessions: 1,
  runs: [plan],
  tasks: [task(0, 0, [asks(1)]), task(1, 0, [asks(2)], 0), task(2, 0, [], 1)],
};

/** Small worlds around whatever ends a plan's task while it waits for an agent it asked. */
export const planScopes = {
  'a plan whose asking agent is deleted': {
    agents: [one, one],
    sessions: 1,
    runs: [plan],
    tasks: [task(0, 0, [asks(1)]), task(1, 0, [], 0)],
    requests: [accept(0), status('delete agent', 0)],
    faults: { crashes: 1 },
  },
  'a plan whose asking agent is deleted while the asked one waits for a person': {
    agents: [one, one],
    sessions: 1,
    runs: [plan],
    tasks: [task(0, 0, [asks(1)]), task(1, 0, [allowed], 0)],
    requests: [accept(0), status('delete agent', 0), decide(1, 'approved')],
  },
  'a plan whose asking agent is deleted, three deep': {
    ...threeDeep,
    requests: [accept(0), status('delete agent', 0)],
  },
  'a plan whose agent in the middle is deleted': {
    ...threeDeep,
    requests: [accept(0), status('delete agent', 1)],
  },
  'a plan cancelled under a question, three deep': {
    ...threeDeep,
    requests: [accept(0), cancel(0)],
    faults: { crashes: 1 },
  },
  'a plan cancelled while the asked agent waits for a person': {
    agents: [one, one],
    sessions: 1,
    runs: [plan],
    tasks: [task(0, 0, [asks(1)]), task(1, 0, [allowed], 0)],
    requests: [accept(0), cancel(0), decide(1, 'rejected')],
  },
  'a plan cancelled while its agent is deleted': {
    agents: [one, one],
    sessions: 1,
    runs: [plan],
    tasks: [task(0, 0, [asks(1)]), task(1, 0, [], 0)],
    requests: [accept(0), cancel(0), status('delete agent', 0)],
  },
  'a plan of two tasks, one agent deleted': {
    agents: [one, one, one],
    sessions: 1,
    runs: [plan],
    tasks: [task(0, 0, [asks(2)]), task(2, 0, [retry]), task(1, 0, [], 0)],
    requests: [accept(0), status('delete agent', 0)],
  },
  'a plan interrupted under a question': {
    agents: [one, one],
    sessions: 1,
    runs: [plan, a],
    tasks: [task(0, 0, [asks(1)]), task(1, 0, [], 0), task(0, 1)],
    requests: [accept(0), once(accept(1), 0), once(cancel(0), 1)],
  },
  'a plan that waits for the session, then its agent is deleted': {
    agents: [one, one],
    sessions: 1,
    runs: [a, plan],
    tasks: [task(0, 0), task(0, 1, [asks(2)]), task(1, 1, [], 1)],
    requests: [accept(0), once(accept(1), 0), status('delete agent', 0)],
  },
  'a plan in a session that is deleted': {
    agents: [one, one],
    sessions: 1,
    runs: [plan],
    tasks: [task(0, 0, [asks(1)]), task(1, 0, [], 0)],
    requests: [accept(0), { asks: 'delete session', session: 0 }],
  },
  'an asking agent that is deregistered': {
    agents: [one, one],
    sessions: 1,
    runs: [plan],
    tasks: [task(0, 0, [asks(1)]), task(1, 0, [], 0)],
    requests: [accept(0), status('deregister', 0)],
  },
} satisfies Record<string, Scope>;
