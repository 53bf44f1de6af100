import type { Artel, Person } from '../../support/artel.ts';
import { isPlanning } from '../../support/plans.ts';
import { median, ms, percentile, table } from '../figures.ts';
import { figure, type Result } from '../results/result.ts';
import { listeningSession, teamFor, timeOf } from './measured.ts';

const GOALS = 6;
/** How long the model takes to plan. */
const LATENCY = 1_000;
const LIMITS = { ann: 3, ben: 3, cleo: 3 };

const PLAN = {
  tasks: ['ann', 'ben', 'cleo'].map((agent, index) => ({
    id: `t${index}`,
    description: `Part ${index}`,
    agent,
    depends_on: index === 2 ? ['t0', 't1'] : [],
    expected_output: null,
  })),
  uses_history: false,
};

/** A wish without a graph: what passes, beside the model's own time, until clients see the plan and its first task runs. */
export const planning = async (artel: Artel): Promise<Result[]> => {
  const alice = await teamFor(artel, { limits: LIMITS });
  artel.model.always((request) =>
    isPlanning(request)
      ? { text: JSON.stringify(PLAN), gate: new Promise((resolve) => setTimeout(resolve, LATENCY)) }
      : { text: 'Done.' },
  );
  const goals = Array.from({ length: GOALS }, (_, index) => `Compare three offers, number ${index}, and choose.`);
  const fresh: Planned[] = [];
  const cached: Planned[] = [];
  for (const goal of goals) fresh.push(await planned(artel, alice, goal));
  for (const goal of goals) cached.push(await planned(artel, alice, goal));
  const parts: [string, number[]][] = [
    ['to plan_created', fresh.map(({ created }) => created - LATENCY)],
    ['to the first task_started', fresh.map(({ started }) => started - LATENCY)],
    ['to plan_created, the same goal again (cache)', cached.map(({ created }) => created)],
    ['to the first task_started, the same goal again', cached.map(({ started }) => started)],
  ];
  table(`Planning of ${GOALS} goals, from the request on; the model takes ${LATENCY} ms, taken off`, [
    ['', 'p50', 'p95'],
    ...parts.map(([name, times]) => [name, ms(median(times)), ms(percentile(times, 0.95))]),
  ]);
  return parts.map(([name, times]) => figure(`planning, request ${name}, p50`, median(times), 'ms'));
};

/** Milliseconds from the request. */
type Planned = { created: number; started: number };

const planned = async (artel: Artel, who: Person, content: string): Promise<Planned> => {
  const { session, ears } = await listeningSession(artel, who);
  const begun = Date.now();
  const sent = await who.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, { content });
  const end = await ears.end(session, sent.body.run.id);
  const events = ears.events(session);
  ears.close();
  if (end.payload.state !== 'completed') throw new Error(`A goal of the benchmark ended ${end.payload.state}.`);
  return { created: timeOf(events, 'plan_created') - begun, started: timeOf(events, 'task_started') - begun };
};
