import { race } from '../races.ts';
import { asksAlways, type Situation, SLOW, slowLog } from './situation.ts';

/** Plans, and what persons are asked. */
export const PLANS: Record<string, Situation> = {
  plans: {
    operations: 6,
    faultRate: 1.5,
    slowness: slowLog,
    faultFactors: { ...SLOW, 'sweep out of turn': 6, 'execution lost': 3 },
    team: { agents: { max_pending: 100 } },
    mix: [
      race('plans', {
        begins: ['plan', 'plan', 'wish'],
        during: ['plan', 'cancel', 'decision', 'decision', 'plans limited', 'limits moved', 'wish'],
        within: 900,
        count: 5,
      }),
    ],
  },
  questions: {
    operations: 6,
    faultRate: 1.5,
    slowness: slowLog,
    faultFactors: { ...SLOW, 'sweep out of turn': 4 },
    team: { agents: { ...asksAlways, max_pending: 100 } },
    mix: [
      race('questions', {
        begins: ['message', 'message', 'plan'],
        during: ['decision', 'decision', 'decision', 'cancel', 'interrupt', 'message'],
        within: 700,
        count: 6,
      }),
    ],
  },
  expiries: {
    operations: 4,
    faultRate: 0.5,
    slowness: slowLog,
    faultFactors: { ...SLOW, 'message doubled': 5, 'sweep out of turn': 20, 'time passed': 0 },
    team: { agents: { ...asksAlways, max_pending: 100 } },
    mix: [
      race('expiries', {
        begins: ['message', 'plan', 'plan asked about'],
        during: ['late decision', 'late decision', 'decision', 'message', 'plan'],
        within: 700,
        count: 6,
      }),
    ],
  },
  'plans that ask': {
    operations: 5,
    faultRate: 1,
    slowness: slowLog,
    faultFactors: { ...SLOW, 'message doubled': 3, 'sweep out of turn': 15, 'execution lost': 10 },
    team: { agents: { max_pending: 100 } },
    mix: [
      race('plans that ask', {
        begins: ['plan asked about'],
        during: ['decision', 'decision', 'decision', 'late decision', 'cancel', 'plan in between', 'agent removed'],
        within: 500,
        count: 5,
      }),
    ],
  },
  'swept plans': {
    operations: 5,
    faultRate: 1,
    slowness: slowLog,
    faultFactors: {
      ...SLOW,
      'message doubled': 8,
      'sweep out of turn': 40,
      'execution lost': 10,
      'transaction conflict': 0,
    },
    team: { agents: { concurrency_limit: 2, max_pending: 100, tools: ['calculate'] } },
    mix: [
      race('swept plans', {
        begins: ['plan'],
        during: ['plan', 'plan', 'cancel', 'limits moved', 'agent removed', 'agent made', 'plans limited'],
        within: 1_500,
        count: 4,
      }),
    ],
  },
  rejections: {
    operations: 4,
    faultRate: 0.5,
    faultFactors: { ...SLOW, 'execution lost': 10, 'sweep out of turn': 10, 'attempt lands late': 200 },
    team: { agents: { max_pending: 100 } },
    mix: [
      race('rejections', {
        begins: ['wish asked about', 'plan asked about'],
        during: ['rejection', 'rejection', 'rejection', 'decision'],
        within: 1_500,
        count: 6,
      }),
    ],
  },
  'removed plans': {
    operations: 5,
    faultRate: 1,
    faultFactors: { 'call slow': 6, 'sweep out of turn': 20, 'attempt lands late': 300, 'execution lost': 10 },
    team: { agents: { max_pending: 100 } },
    mix: [
      race('removed plans', {
        begins: ['plan', 'plan', 'plan asked about'],
        during: ['session removed', 'cancel', 'plan', 'agent removed', 'agent made'],
        within: 1_200,
        count: 4,
      }),
    ],
  },
};
