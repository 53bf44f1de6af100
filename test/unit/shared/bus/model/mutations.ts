import { PROMISES } from './invariants.ts';
import type { scopes } from './scopes/all.ts';

type Name = keyof typeof scopes;

/** Conditions or a rule of the protocol, the scope that misses them, and the invariant that does not hold without. */
export type Mutation = { without: string[]; in: Name; breaks: string };

const mutations: Mutation[] = [];
const without = (removed: string | string[], scope: Name, breaks: string): void => {
  mutations.push({ without: typeof removed === 'string' ? [removed] : removed, in: scope, breaks });
};

// Lanes: the conditions that `laneMove` itself returns.
without('lane, hand over: #running <= #slots', 'a limit lowered and raised', PROMISES.limit);
without('lane, hand over, queue: #running <= #slots', 'a limit lowered under two queues', PROMISES.limit);
without('lane, release: (#waiting = :none or #running > #slots)', 'three sessions in a lane for one', PROMISES.idle);
without('lane, take over: #running <= #slots', 'a limit lowered under a session queue', PROMISES.limit);
without('lane, take over: #waiting = :none', 'an interrupt', PROMISES.queue);
without('lane, shrink: #running > #slots', 'a limit lowered under a session queue', PROMISES.idle);
without('lane, start: #running < #slots', 'three sessions in a lane for one', PROMISES.limit);
without('lane, start: #waiting = :none', 'a limit lowered and raised', PROMISES.queue);
without('lane, queue: (#running >= #slots or #waiting > :none)', 'three sessions in a lane for one', PROMISES.idle);
without('lane, start: #status = :ready', 'an agent that is deregistered', PROMISES.open);
without('lane, queue: #status = :ready', 'an agent deleted under a question and a queued run', PROMISES.open);
without('lane, take over: #status = :ready', 'an interrupt while the agent is deregistered', PROMISES.open);
without('lane, count: #status = :ready', 'an agent that is deregistered', PROMISES.open);
without('lane, start: #live < #cap', 'a lane with no room beside a retry', PROMISES.room);
without('lane, queue: #live < #cap', 'a lane with room for one more', PROMISES.room);
without('lane, count: #live < #cap', 'a lane with room for one more in a session', PROMISES.room);

// The queue's head, and the lanes that are due.
without('head: #state = :queued', 'three sessions in a lane for one', PROMISES.final);
without('fill: #running < #slots', 'a limit raised and lowered', PROMISES.limit);
without('filled: #status = :ready', 'a limit changed, then the agent deregistered', PROMISES.ends);
without('filled: (#running >= #slots or #waiting = :none)', 'a limit lowered and raised', PROMISES.idle);
without('off: #status = :draining', 'an agent deregistered and registered again', PROMISES.drained);
without('off: #live = :none', 'an agent deregistered, registered and deregistered', PROMISES.gone);
without('rule: a changed limit is due', 'a limit lowered and raised', PROMISES.idle);

// Sessions and their runs.
without('accept, idle: attribute_not_exists(#active)', 'a session handed over into a busy lane', PROMISES.sessions);
without('accept, busy: attribute_exists(#active)', 'the queue of a session', PROMISES.sessions);
without('accept, idle: #status = :open', 'an interrupt while the session is deleted', PROMISES.open);
without('accept, busy: #status = :open', 'a session deleted with what waits in it', PROMISES.open);
without('interrupt: #status = :open', 'an interrupt while the session is deleted', PROMISES.open);
without('hand over: #queued = :none', 'the queue of a session', PROMISES.sessions);
without(['next: #state = :queued', 'next: #state = :held'], 'the queue of a session', PROMISES.final);
without('rule: a session is handed over', 'the queue of a session', PROMISES.ends);
without('cancel: (#state = :dispatched or #state = :running)', 'an approval', PROMISES.counters);
without('cancel: #state = :state', 'a retry beside other work', PROMISES.counters);
without('cancel: #wake = :wake', 'a retry, then a question to another agent', PROMISES.runs);
without('rule: a cancelled task closes its approval', 'an approval', PROMISES.waits);

// Plans: whatever ends a task ends all below it.
const ALL_BELOW = 'rule: whatever ends a task ends all below it';
without(ALL_BELOW, 'a plan whose asking agent is deleted', PROMISES.waits);
without(ALL_BELOW, 'a plan whose asking agent is deleted while the asked one waits for a person', PROMISES.waits);
without(ALL_BELOW, 'a plan whose agent in the middle is deleted', PROMISES.waits);
without(ALL_BELOW, 'a plan cancelled under a question, three deep', PROMISES.waits);
without(ALL_BELOW, 'a plan interrupted under a question', PROMISES.waits);
without(ALL_BELOW, 'a plan in a session that is deleted', PROMISES.waits);
without('leave: #state = :ready', 'a plan cancelled while its agent is deleted', PROMISES.counters);
without('cancel: attribute_not_exists(#gone)', 'a plan cancelled while its agent is deleted', PROMISES.counters);
without('lane, start: #status = :status', 'a plan whose asking agent is deleted', PROMISES.counters);
without('admit: #status = :ready', 'a plan whose asking agent is deleted', PROMISES.open);
without('begin cancel: #state = :running', 'a plan cancelled under a question, three deep', PROMISES.final);

// Claims, the fence, effects.
without('claim: #state = :dispatched', 'three sessions in a lane for one', PROMISES.final);
without('fence: #epoch = :epoch', 'a tool', PROMISES.effects);
without('rule: a claim raises the epoch', 'a tool', PROMISES.effects);
without('rule: an intent goes before the effect', 'a tool repeated by a person', PROMISES.effects);
without('rule: an open intent is not repeated unasked', 'a tool repeated by a person', PROMISES.effects);
without('rule: a repeat is consumed', 'a tool repeated by a person', PROMISES.effects);
without(
  'rule: every commit of a worker resets its claims',
  'four retries and a yield, without a fault',
  PROMISES.completes,
);

// Whoever waits.
without(
  ['retry: #state = :waiting', 'retry: #why = :why', 'retry: #wake = :wake'],
  'a retry beside other work',
  PROMISES.final,
);
without(
  [
    'decide: #status = :pending',
    'decided task: #state = :waiting',
    'decided task: #why = :why',
    'decided task: #wake = :wake',
    'decided task: #approval = :approval',
  ],
  'an approval',
  PROMISES.final,
);
without(
  ['decide: #status = :pending', 'decided task: #wake = :wake', 'decided task: #approval = :approval'],
  'a tool repeated by a person',
  PROMISES.decisions,
);

without('fence: #noted = :none', 'a question that a client puts to a run', PROMISES.asked);

// What the sweeper sees to.
without('rule: the sweeper sends again', 'the queue of a session', PROMISES.ends);
without('rule: the sweeper ends leases', 'a worker that dies', PROMISES.ends);
without('rule: the sweeper wakes retries', 'a limit lowered under a retry', PROMISES.ends);
without('rule: the sweeper ends approvals', 'an approval', PROMISES.ends);

export { mutations };
