import {
  type Counts,
  counter,
  DELIVERY_BOUNDS,
  type Family,
  gauge,
  histogram,
  type Labels,
  labelled,
} from '../metrics/index.ts';
import { DURATION_BUCKETS } from '../usage/index.ts';
import type { Counted } from './counted.ts';
import type { AgentFigures, Snapshot } from './snapshot.ts';

const BILLION = 1_000_000_000;
/** The numbers of a vector are stored with single precision. */
const BYTES_OF_A_NUMBER = 4;

/** The figures as families of Prometheus. What nobody has measured yet is left out, so that it is not read as zero. */
export const familiesOf = (snapshot: Snapshot, counts: Counts, now: number): Family[] => [
  ...deliveries(counts),
  ...(snapshot.platform ? ofPlatform(snapshot.platform, now) : []),
  ...(snapshot.walk ? ofUsers(snapshot.walk, now) : []),
];

const deliveries = (counts: Counts): Family[] => {
  const { events_sent = 0, connections_lost = 0, pushes_failed = 0, delivery_milliseconds = 0 } = counts;
  const buckets = Array.from({ length: DELIVERY_BOUNDS.length + 1 }, (_, at) => counts[`delivered_${at}`] ?? 0);
  return [
    counter('artel_events_sent_total', 'Events sent over WebSockets, one for each event and connection.', events_sent),
    counter('artel_connections_lost_total', 'WebSockets found gone when an event was sent.', connections_lost),
    counter('artel_pushes_failed_total', 'Pushes to one connection that failed for another reason.', pushes_failed),
    histogram('artel_event_delivery_seconds', 'From the append of an event to its delivery.', {
      bounds: DELIVERY_BOUNDS,
      durations: { buckets, milliseconds: delivery_milliseconds },
    }),
  ];
};

const ofPlatform = ({ at, messages, overdue, vectors }: NonNullable<Snapshot['platform']>, now: number) => [
  gauge('artel_platform_age_seconds', 'Since queue, backlog and vectors were measured.', (now - at) / 1_000),
  gauge('artel_queue_messages', "Messages in the agents' queue, approximately.", messages),
  gauge('artel_overdue_items', 'Items due for more than a minute: the backlog.', overdue),
  labelled(
    { name: 'artel_vectors', type: 'gauge', help: 'Vectors stored, by their size.' },
    vectors ?? [],
    ({ dimensions, vectors: value }) => ({ labels: { dimensions: String(dimensions) }, value }),
  ),
  gauge(
    'artel_vectors_bytes',
    'Size of all vectors, without their index and their texts.',
    vectors?.reduce((sum, { dimensions, vectors: count }) => sum + dimensions * count * BYTES_OF_A_NUMBER, 0),
  ),
];

const ofUsers = ({ begun, ended, sums, totals }: NonNullable<Snapshot['walk']>, now: number): Family[] => [
  gauge('artel_figures_age_seconds', 'Since the sums over all users began to be taken.', (now - begun) / 1_000),
  gauge('artel_figures_walk_seconds', 'How long taking them took.', (ended - begun) / 1_000),
  gauge('artel_users', 'Users.', sums.users),
  gauge('artel_projects', 'Projects.', sums.projects),
  gauge('artel_agents', 'Agents.', sums.agents),
  gauge('artel_connections', 'Open WebSockets.', sums.connections),
  gauge('artel_active_workers', "Tasks that hold one of their agent's slots.", sums.running),
  gauge('artel_queued_tasks', 'Tasks that wait for a slot of their agent.', sums.queued),
  gauge('artel_live_tasks', 'Tasks that were accepted and have not ended.', sums.live),
  gauge('artel_budget_spent_dollars', "Spent of this month's budgets.", sums.budgetSpent / BILLION),
  gauge('artel_budget_limit_dollars', "This month's budgets of those who have used any.", sums.budgetLimit / BILLION),
  gauge('artel_budgets_used_up', 'Users with a part of their budget used up.', sums.budgetsUsedUp),
  ...ofWork(totals.shown),
  labelled(
    { name: 'artel_agents_per_project', type: 'gauge', help: 'Agents of the 20 largest projects.' },
    sums.largest,
    ({ project, agents }) => ({ labels: { project }, value: agents }),
  ),
  ...ofAgents(sums.busiest),
];

const ofWork = (done: Counted): Family[] => [
  outcomes({ name: 'artel_runs_total', type: 'counter', help: 'Runs and tasks of plans that ended.' }, [
    { ...done, labels: {} },
  ]),
  histogram(
    'artel_run_duration_seconds',
    "From a run's acceptance, or the first worker of a plan's task, to its end.",
    {
      bounds: DURATION_BUCKETS,
      durations: done.runDurations,
    },
  ),
  histogram(
    'artel_run_wait_seconds',
    "From a run's acceptance, or from when a plan's task could start, to its first worker.",
    {
      bounds: DURATION_BUCKETS,
      durations: done.waitDurations,
    },
  ),
  outcomes({ name: 'artel_model_calls_total', type: 'counter', help: 'Calls of models.' }, [
    { runs: done.calls, failed: done.failedCalls, labels: {} },
  ]),
  summary('artel_model_call_duration_seconds', 'Duration of calls of models.', [
    { labels: {}, milliseconds: done.callMilliseconds, count: done.calls },
  ]),
  labelled(
    { name: 'artel_tokens_total', type: 'counter', help: 'Tokens of prompts and answers.' },
    [['prompt', done.promptTokens] as const, ['completion', done.completionTokens] as const],
    ([kind, value]) => ({ labels: { kind }, value }),
  ),
  counter('artel_cost_dollars_total', 'Cost of calls of models.', done.cost),
];

const ofAgents = (busiest: readonly AgentFigures[]): Family[] => {
  const agents = busiest.map((one) => ({ ...one, labels: { agent: one.agent, project: one.project } }));
  const each = (name: string, help: string, figure: (one: AgentFigures) => number) =>
    labelled({ name, type: 'gauge', help: `${help} of the 20 busiest agents.` }, agents, (one) => ({
      labels: one.labels,
      value: figure(one),
    }));
  return [
    each('artel_agent_active_tasks', 'Tasks that hold a slot,', ({ running }) => running),
    each('artel_agent_queued_tasks', 'Tasks that wait for a slot,', ({ queued }) => queued),
    outcomes(
      { name: 'artel_agent_runs_today', type: 'gauge', help: 'Runs of the 20 busiest agents since midnight UTC.' },
      agents,
    ),
    each(
      'artel_agent_run_seconds_today',
      'Duration of their runs since midnight UTC together,',
      (one) => one.milliseconds / 1_000,
    ),
    each('artel_agent_waits_today', 'Runs since midnight UTC whose wait is known,', ({ waits }) => waits),
    each('artel_agent_wait_seconds_today', 'Waits of these runs together,', (one) => one.waitMilliseconds / 1_000),
  ];
};

const outcomes = (
  family: Omit<Family, 'samples'>,
  of: readonly { labels: Labels; runs: number; failed: number }[],
): Family => ({
  ...family,
  samples: of.flatMap(({ labels, runs, failed }) => [
    { labels: { ...labels, outcome: 'completed' }, value: runs - failed },
    { labels: { ...labels, outcome: 'failed' }, value: failed },
  ]),
});

const summary = (
  name: string,
  help: string,
  of: readonly { labels: Labels; milliseconds: number; count: number }[],
): Family => ({
  name,
  type: 'summary',
  help,
  samples: of.flatMap(({ labels, milliseconds, count }) => [
    { suffix: '_sum' as const, labels, value: milliseconds / 1_000 },
    { suffix: '_count' as const, labels, value: count },
  ]),
});
