import { race } from '../races.ts';
import { type Situation, SLOW, slowLog, slowTransactions } from './situation.ts';

/** Messages, lanes and workers. */
export const LANES: Record<string, Situation> = {
  everything: { operations: 12, faultRate: 3 },
  'one narrow lane': {
    operations: 8,
    faultRate: 1,
    slowness: slowLog,
    faultFactors: { ...SLOW, 'sweep out of turn': 6 },
    team: { agents: { concurrency_limit: 1, max_pending: 2, tools: ['calculate', 'ask_agent'] } },
    mix: [
      race('many messages', {
        begins: ['message'],
        during: ['message', 'message', 'limits moved', 'cancel', 'agent drained', 'agent registered'],
        within: 300,
        count: 6,
      }),
    ],
  },
  'one chat': {
    operations: 4,
    faultRate: 1,
    slowness: slowLog,
    faultFactors: SLOW,
    team: { sessions: 1, agents: { concurrency_limit: 2, max_pending: 100, tools: ['calculate'] } },
    mix: [
      race('interruptions', {
        begins: ['message', 'message', 'plan'],
        during: ['interrupt', 'interrupt', 'message', 'cancel', 'plan in between'],
        within: 250,
        count: 5,
      }),
    ],
  },
  'late arrivals': {
    operations: 5,
    faultRate: 1,
    faultFactors: { 'attempt lands late': 400, 'sweep out of turn': 10, 'message doubled': 3 },
    team: { agents: { max_pending: 100 } },
    mix: [
      race('late arrivals', {
        begins: ['message', 'plan', 'plan asked about'],
        during: ['message', 'plan', 'cancel', 'decision', 'limits moved', 'agent drained', 'agent registered'],
        within: 800,
        count: 4,
      }),
    ],
  },
  'settings of lanes': {
    operations: 6,
    faultRate: 1,
    faultFactors: { 'call slow': 8, 'sweep out of turn': 20, 'attempt lands late': 100, 'time passed': 0 },
    team: { agents: { concurrency_limit: 1, max_pending: 100, tools: ['calculate'] } },
    mix: [
      race('settings of lanes', {
        begins: ['message'],
        during: ['message', 'limits moved', 'agent drained', 'agent registered', 'limits moved'],
        within: 200,
        count: 7,
      }),
    ],
  },
  'moving limits': {
    operations: 4,
    faultRate: 0.5,
    slowness: slowTransactions,
    faultFactors: { 'call slow': 12, 'sweep out of turn': 10, 'time passed': 0 },
    team: { agents: { concurrency_limit: 2, max_pending: 3, tools: ['calculate'] } },
    mix: [
      race('moving limits', {
        begins: ['message'],
        during: ['limits moved', 'limits moved', 'limits moved', 'message', 'message', 'cancel'],
        within: 350,
        count: 12,
      }),
    ],
  },
  'asking agents': {
    operations: 5,
    faultRate: 1,
    slowness: slowLog,
    faultFactors: { ...SLOW, 'time passed': 8, 'sweep out of turn': 10, 'message doubled': 3 },
    team: { agents: { concurrency_limit: 2, max_pending: 100, tools: ['ask_agent'] } },
    mix: [
      race('asking agents', {
        begins: ['message', 'message', 'plan'],
        during: ['cancel', 'interrupt', 'agent removed', 'agent made', 'message'],
        within: 700,
        count: 4,
      }),
    ],
  },
  'slow workers': {
    operations: 6,
    faultRate: 2,
    slowness: slowLog,
    faultFactors: {
      ...SLOW,
      'time passed': 10,
      'message doubled': 4,
      'message delivered again while it is worked on': 5,
      'sweep out of turn': 8,
      'reply lost, call repeated by the SDK': 2,
    },
    mix: [
      race('slow work', {
        begins: ['message', 'plan'],
        during: ['message', 'cancel', 'decision', 'plan'],
        within: 2_000,
        count: 4,
      }),
    ],
  },
  removals: {
    operations: 7,
    faultRate: 1,
    slowness: slowLog,
    faultFactors: { ...SLOW, 'sweep out of turn': 8 },
    team: { agents: { concurrency_limit: 2, max_pending: 100 } },
    mix: [
      race('removals', {
        begins: ['message', 'plan', 'plan'],
        during: [
          'agent removed',
          'agent made',
          'agent drained',
          'agent registered',
          'session removed',
          'message',
          'cancel',
        ],
        within: 600,
        count: 5,
      }),
    ],
  },
};
