/**
 * A change of the code that breaks something the product promises. `find` stands exactly once in `file`; with `replace` in
 * its place, `test` has to fail.
 */
export type Mutation = { promise: string; file: string; find: string; replace: string; test: string };

const approvals: Mutation[] = [
  {
    promise: 'an approval expires after 300 seconds',
    file: 'shared/approvals/approval.ts',
    find: ' = 5 * MINUTE;',
    replace: ' = 50 * MINUTE;',
    test: 'test/store/approvals/deadline.test.ts',
  },
  {
    promise: 'an approval is warned of 60 seconds before it expires',
    file: 'shared/approvals/approval.ts',
    find: ' = MINUTE;',
    replace: ' = 3 * MINUTE;',
    test: 'test/store/approvals/deadline.test.ts',
  },
  {
    promise: 'the time-out rate counts expired approvals',
    file: 'shared/approvals/figures.ts',
    find: ': expired / (approved + rejected + expired)',
    replace: ': 0',
    test: 'test/store/approvals/figures.test.ts',
  },
  {
    promise: 'p95 is the 95th percentile of the response times',
    file: 'shared/approvals/figures.ts',
    find: 'p95: at(0.95)',
    replace: 'p95: at(0.5)',
    test: 'test/store/approvals/figures.test.ts',
  },
];

const agents: Mutation[] = [
  {
    promise: 'concurrency_limit is at most 10',
    file: 'shared/agents/config.ts',
    find: 'concurrency_limit: z.number().int().min(1).max(10)',
    replace: 'concurrency_limit: z.number().int().min(1).max(100)',
    test: 'test/unit/shared/agents/config.test.ts',
  },
  {
    promise: 'concurrency_limit is 3 by default',
    file: 'shared/agents/config.ts',
    find: '.max(10).default(3)',
    replace: '.max(10).default(4)',
    test: 'test/unit/shared/agents/config.test.ts',
  },
  {
    promise: 'an agent keeps 100 tasks waiting by default',
    file: 'shared/agents/config.ts',
    find: '.max(1_000).default(100)',
    replace: '.max(1_000).default(1_000)',
    test: 'test/unit/shared/agents/config.test.ts',
  },
  {
    promise: 'the p95 of an agent comes from its runs',
    file: 'shared/bus/lanes/figures.ts',
    find: 'p95: durationQuantile(days, tasks, 0.95) ?? 2 * LAST_BOUND',
    replace: 'p95: 0',
    test: 'test/store/bus/agent-figures.test.ts',
  },
  {
    promise: 'p95 is the duration that 95 % of the runs stay under',
    file: 'shared/bus/lanes/figures.ts',
    find: 'tasks, 0.95)',
    replace: 'tasks, 0.5)',
    test: 'test/store/bus/agent-figures.test.ts',
  },
  {
    promise: 'the cost of an agent is the sum of its calls',
    file: 'shared/bus/lanes/figures.ts',
    find: "cost: sumOf(days, 'cost')",
    replace: 'cost: 0',
    test: 'test/store/bus/agent-figures.test.ts',
  },
  {
    promise: 'an agent is in error after three failures in a row',
    file: 'shared/bus/records/health.ts',
    find: 'UNHEALTHY_AFTER = 3',
    replace: 'UNHEALTHY_AFTER = 4',
    test: 'test/unit/shared/bus/health.test.ts',
  },
  {
    promise: 'an agent in error is checked after 60 seconds',
    file: 'shared/bus/records/health.ts',
    find: 'CHECK_AFTER = MINUTE',
    replace: 'CHECK_AFTER = 10 * MINUTE',
    test: 'test/unit/shared/bus/health.test.ts',
  },
  {
    promise: 'questions between agents go at most three deep',
    file: 'shared/bus/work/ask.ts',
    find: 'MAX_QUESTION_DEPTH = 3',
    replace: 'MAX_QUESTION_DEPTH = 4',
    test: 'test/unit/shared/bus/timing.test.ts',
  },
];

const memory: Mutation[] = [
  {
    promise: 'a memory of a turn names its session',
    file: 'shared/turns/memory.ts',
    find: '      sessionId: task.session_id,\n',
    replace: '',
    test: 'test/integration/chat/conversation.test.ts',
  },
  {
    promise: 'a memory of a turn names its message',
    file: 'shared/turns/memory.ts',
    find: '      messageId: task.message_id,\n',
    replace: '',
    test: 'test/integration/chat/conversation.test.ts',
  },
  {
    promise: 'a memory of a turn names the version of its agent',
    file: 'shared/turns/memory.ts',
    find: '      agentVersion: agent.version,\n',
    replace: '',
    test: 'test/integration/chat/conversation.test.ts',
  },
  {
    promise: 'a memory keeps the version of its agent',
    file: 'shared/memory/record.ts',
    find: '    agent_version: memory.agentVersion,\n',
    replace: '',
    test: 'test/contract/memory.test.ts',
  },
];

const prompts: Mutation[] = [
  {
    promise: 'a prompt holds at most 10 messages of history',
    file: 'shared/turns/prompt.ts',
    find: 'HISTORY_MESSAGES = 10',
    replace: 'HISTORY_MESSAGES = 20',
    test: 'test/unit/shared/turns/prompt.test.ts',
  },
  {
    promise: 'a prompt holds at most 4,000 tokens of history',
    file: 'shared/turns/prompt.ts',
    find: 'HISTORY_TOKENS = 4_000',
    replace: 'HISTORY_TOKENS = 8_000',
    test: 'test/unit/shared/turns/prompt.test.ts',
  },
  {
    promise: 'a prompt holds at most 1,500 tokens of memories',
    file: 'shared/turns/prompt.ts',
    find: 'MEMORY_TOKENS = 1_500',
    replace: 'MEMORY_TOKENS = 3_000',
    test: 'test/unit/shared/turns/prompt.test.ts',
  },
];

const identity: Mutation[] = [
  {
    promise: 'five failed sign-ins lock an account',
    file: 'shared/limits/sign-in.ts',
    find: 'ACCOUNT_LIMIT = 5',
    replace: 'ACCOUNT_LIMIT = 10',
    test: 'test/store/shared/limits/sign-in.test.ts',
  },
  {
    promise: 'an account is locked for 15 minutes',
    file: 'shared/limits/failures.ts',
    find: 'LOCK_DURATION = 15 * MINUTE',
    replace: 'LOCK_DURATION = MINUTE',
    test: 'test/store/shared/limits/failures.test.ts',
  },
  {
    promise: 'thirty failed sign-ins lock an address',
    file: 'shared/limits/sign-in.ts',
    find: 'ADDRESS_LIMIT = 30',
    replace: 'ADDRESS_LIMIT = 300',
    test: 'test/store/shared/limits/sign-in.test.ts',
  },
  {
    promise: 'an access token lives 15 minutes',
    file: 'shared/identity/access-token.ts',
    find: 'ACCESS_TOKEN_AGE = 15 * MINUTE',
    replace: 'ACCESS_TOKEN_AGE = 60 * MINUTE',
    test: 'test/store/identity/lifetimes.test.ts',
  },
  {
    promise: 'a refresh token lives 30 days after its last use',
    file: 'shared/identity/family.ts',
    find: 'REFRESH_TOKEN_AGE = 30 * DAY',
    replace: 'REFRESH_TOKEN_AGE = 300 * DAY',
    test: 'test/store/identity/lifetimes.test.ts',
  },
  {
    promise: 'a refresh token may be used again within 10 seconds',
    file: 'shared/identity/family.ts',
    find: 'GRACE = 10 * SECOND',
    replace: 'GRACE = 100 * SECOND',
    test: 'test/store/shared/identity/family.test.ts',
  },
  {
    promise: 'a ticket for a socket lives 30 seconds',
    file: 'shared/identity/tickets.ts',
    find: 'TICKET_LIFE = 30 * SECOND',
    replace: 'TICKET_LIFE = 300 * SECOND',
    test: 'test/store/identity/lifetimes.test.ts',
  },
  {
    promise: 'an audit entry is kept for a year',
    file: 'shared/audit/audit.ts',
    find: '365 * DAY',
    replace: '36 * DAY',
    test: 'test/unit/shared/audit/retention.test.ts',
  },
  {
    promise: 'a repeated request gets its first response for a day',
    file: 'shared/idempotency/requests.ts',
    find: 'RESPONSE_TTL = DAY',
    replace: 'RESPONSE_TTL = 10 * DAY',
    test: 'test/store/identity/idempotency.test.ts',
  },
  {
    promise: 'a crashed request is overtaken after 35 seconds',
    file: 'shared/idempotency/requests.ts',
    find: 'CLAIM_TTL = 35 * SECOND',
    replace: 'CLAIM_TTL = 20 * SECOND',
    test: 'test/store/identity/lifetimes.test.ts',
  },
  {
    promise: 'a project holds at most 100 secrets',
    file: 'shared/vault/secrets.ts',
    find: 'MAX_SECRETS = 100',
    replace: 'MAX_SECRETS = 101',
    test: 'test/store/shared/vault/secrets.test.ts',
  },
];

const plans: Mutation[] = [
  {
    promise: 'a plan is cached for 24 hours',
    file: 'shared/plans/planner/cache.ts',
    find: 'CACHE_TTL = DAY',
    replace: 'CACHE_TTL = 2 * DAY',
    test: 'test/store/shared/plans/planner/cache.test.ts',
  },
  {
    promise: 'a plan has at most 200 tasks',
    file: 'shared/plans/graph/graph.ts',
    find: 'MAX_TASKS = 200',
    replace: 'MAX_TASKS = 400',
    test: 'test/unit/shared/plans/graph/check.test.ts',
  },
  {
    promise: 'at most 150 tasks depend on one',
    file: 'shared/plans/graph/graph.ts',
    find: 'MAX_DEPENDENTS = 150',
    replace: 'MAX_DEPENDENTS = 300',
    test: 'test/unit/shared/plans/graph/check.test.ts',
  },
  {
    promise: 'a plan has at most 1,000 dependencies',
    file: 'shared/plans/graph/graph.ts',
    find: 'MAX_EDGES = 1_000',
    replace: 'MAX_EDGES = 10_000',
    test: 'test/unit/shared/plans/graph/check.test.ts',
  },
  {
    promise: 'a model may correct its plan twice',
    file: 'shared/plans/planner/attempts.ts',
    find: 'MAX_REPAIRS = 2',
    replace: 'MAX_REPAIRS = 1',
    test: 'test/store/shared/plans/planner/draw-up.test.ts',
  },
  {
    promise: 'the results of earlier tasks share 8,000 tokens',
    file: 'shared/plans/brief/brief.ts',
    find: 'RESULT_TOKENS = 8_000',
    replace: 'RESULT_TOKENS = 80_000',
    test: 'test/unit/shared/plans/limits.test.ts',
  },
  {
    promise: 'a plan is re-planned at most twice',
    file: 'shared/plans/records/timing.ts',
    find: 'MAX_REPLANS = 2',
    replace: 'MAX_REPLANS = 3',
    test: 'test/unit/shared/plans/limits.test.ts',
  },
  {
    promise: 'the watchdog checks an execution every minute',
    file: 'shared/plans/records/timing.ts',
    find: 'WATCH_INTERVAL = MINUTE',
    replace: 'WATCH_INTERVAL = 10 * MINUTE',
    test: 'test/unit/shared/plans/limits.test.ts',
  },
  {
    promise: 'a plan of more than 20 tasks needs an approval by default',
    file: 'shared/plans/records/orchestrator-config.ts',
    find: 'default({ max_tasks: 20,',
    replace: 'default({ max_tasks: 200,',
    test: 'test/unit/shared/plans/limits.test.ts',
  },
  {
    promise: 'a user’s plans run 10 tasks at a time by default',
    file: 'shared/plans/records/orchestrator-config.ts',
    find: '.max(50).default(10)',
    replace: '.max(50).default(50)',
    test: 'test/unit/shared/plans/limits.test.ts',
  },
  {
    promise: 'a run may spend 5 US dollars by default',
    file: 'shared/plans/records/orchestrator-config.ts',
    find: '.nullable().default(5)',
    replace: '.nullable().default(50)',
    test: 'test/unit/shared/plans/limits.test.ts',
  },
];

const bus: Mutation[] = [
  {
    promise: 'a lease lasts 60 seconds',
    file: 'shared/bus/records/timing.ts',
    find: 'LEASE = 60 * SECOND',
    replace: 'LEASE = 600 * SECOND',
    test: 'test/unit/shared/bus/timing.test.ts',
  },
  {
    promise: 'a lease is renewed every 20 seconds',
    file: 'shared/bus/records/timing.ts',
    find: 'RENEW_INTERVAL = 20 * SECOND',
    replace: 'RENEW_INTERVAL = 50 * SECOND',
    test: 'test/unit/shared/bus/timing.test.ts',
  },
  {
    promise: 'a task fails after three temporary failures',
    file: 'shared/bus/records/timing.ts',
    find: 'MAX_FAILURES = 3',
    replace: 'MAX_FAILURES = 4',
    test: 'test/unit/shared/bus/timing.test.ts',
  },
  {
    promise: 'a task is poisoned after three claims without a commit',
    file: 'shared/bus/records/timing.ts',
    find: 'MAX_CLAIMS = 3',
    replace: 'MAX_CLAIMS = 30',
    test: 'test/unit/shared/bus/timing.test.ts',
  },
  {
    promise: 'at most 20 runs wait in a session',
    file: 'shared/bus/records/timing.ts',
    find: 'MAX_QUEUED_RUNS = 20',
    replace: 'MAX_QUEUED_RUNS = 21',
    test: 'test/unit/shared/bus/timing.test.ts',
  },
  {
    promise: 'running work of a deleted agent has 60 seconds to end',
    file: 'shared/bus/records/timing.ts',
    find: 'DRAIN_DEADLINE = 60 * SECOND',
    replace: 'DRAIN_DEADLINE = 600 * SECOND',
    test: 'test/unit/shared/bus/timing.test.ts',
  },
];

const events: Mutation[] = [
  {
    promise: 'an event has at most 24 KB',
    file: 'shared/events/event.ts',
    find: 'MAX_EVENT_BYTES = 24 * 1024',
    replace: 'MAX_EVENT_BYTES = 48 * 1024',
    test: 'test/store/shared/events/log.test.ts',
  },
  {
    promise: 'an event is kept for a day',
    file: 'shared/events/log.ts',
    find: 'RETENTION = DAY',
    replace: 'RETENTION = 2 * DAY',
    test: 'test/store/shared/events/log.test.ts',
  },
  {
    promise: 'an item of the log holds at most 64 events',
    file: 'shared/events/log.ts',
    find: 'MAX_EVENTS_PER_ITEM = 64',
    replace: 'MAX_EVENTS_PER_ITEM = 65',
    test: 'test/store/shared/events/log.test.ts',
  },
];

const gateway: Mutation[] = [
  {
    promise: 'a model may be silent for 30 seconds by default',
    file: 'infra/settings.ts',
    find: 'modelTimeoutMs: 30 * SECOND',
    replace: 'modelTimeoutMs: 300 * SECOND',
    test: 'test/unit/infra/settings.test.ts',
  },
  {
    promise: 'a breaker opens after ten failures',
    file: 'shared/gateway/upstreams/breaker.ts',
    find: 'MAX_FAILURES = 10',
    replace: 'MAX_FAILURES = 11',
    test: 'test/unit/shared/gateway/upstreams/breaker.test.ts',
  },
  {
    promise: 'a reservation outlives every function that calls a model',
    file: 'shared/limits/budget/reserve.ts',
    find: 'RESERVATION_TTL = 16 * MINUTE',
    replace: 'RESERVATION_TTL = 10 * MINUTE',
    test: 'test/store/budget/reserving.test.ts',
  },
  {
    promise: 'the record of a call is kept for 90 days',
    file: 'shared/limits/budget/charge.ts',
    find: 'CHARGE_RETENTION = 90 * DAY',
    replace: 'CHARGE_RETENTION = 9 * DAY',
    test: 'test/unit/shared/limits/budget/charge.test.ts',
  },
];

export const mutations: readonly Mutation[] = [
  ...approvals,
  ...agents,
  ...memory,
  ...prompts,
  ...identity,
  ...plans,
  ...bus,
  ...events,
  ...gateway,
];
