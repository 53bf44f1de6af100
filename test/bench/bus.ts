import { type Artel, type Person, startArtel } from '../support/artel.ts';
import { send } from '../support/gates.ts';
import { type Listener, listen } from '../support/listener.ts';
import { operatorOf } from '../support/operator.ts';
import { median, ms, percentile, print, table } from './figures.ts';
import { awsCalls, type Counts, dollars, priceOf, readUnits, writeUnits } from './prices.ts';
import { figure, type Result } from './results/result.ts';

/** As many sessions as one connection listens to. */
const TASKS = 50;
const LATENCIES = 30;
const KILLS = 5;
const STEPS = 8;

/** What the bus does and costs, with a model that answers at once. */
export const bus = async (): Promise<Result[]> => {
  const artel = await startArtel();
  try {
    artel.model.always({ text: 'Done.' });
    const alice = await artel.register('alice');
    const ears = await listen(artel.cloud.socketUrl, alice);
    await warmUp(alice, ears);
    const results = [
      ...(await throughput(artel, alice)),
      ...(await latency(artel, alice, ears)),
      ...(await toolSteps(artel, alice, ears)),
      ...(await resumption(artel, alice, ears)),
    ];
    ears.close();
    return results;
  } finally {
    await artel.stop();
  }
};

const hire = async (alice: Person, name: string, config: Record<string, unknown> = {}): Promise<string> => {
  await alice.call('POST', '/my/agents', { name, system_prompt: 'You help.', ...config });
  return name;
};
const newSession = async (alice: Person, ears: Listener): Promise<string> => {
  const { body } = await alice.call<{ id: string }>('POST', '/my/chat/sessions', {});
  await ears.hear(body.id);
  return body.id;
};
const ask = async (alice: Person, session: string, content: string, agent: string): Promise<string> =>
  (await send(alice, session, content, { target_agent: agent })).body.run.id;

const answered = async (alice: Person, ears: Listener, session: string, content: string, agent: string) => {
  const end = await ears.end(session, await ask(alice, session, content, agent));
  if (end.payload.state !== 'completed') throw new Error(`A run of the benchmark ended ${end.payload.state}.`);
};

/** As many workers as there will be, each once. */
const warmUp = async (alice: Person, ears: Listener): Promise<void> => {
  const agent = await hire(alice, 'helper', { concurrency_limit: 10 });
  const sessions = await Promise.all(Array.from({ length: 20 }, () => newSession(alice, ears)));
  await Promise.all(sessions.map((session) => answered(alice, ears, session, 'Warm up', agent)));
};

/** From the first request to the last `run_completed`: taking messages in is part of it. */
const throughput = async (artel: Artel, alice: Person): Promise<Result[]> => {
  const rates: [string, number][] = [];
  for (const limit of [1, 3, 10]) {
    const agent = await hire(alice, `limit-${limit}`, { concurrency_limit: limit, max_pending: TASKS });
    const ears = await listen(artel.cloud.socketUrl, alice);
    const sessions: string[] = [];
    for (let index = 0; index < TASKS; index += 1) sessions.push(await newSession(alice, ears));
    const begun = performance.now();
    await Promise.all(sessions.map((session) => answered(alice, ears, session, 'Do it', agent)));
    rates.push([`one agent, limit ${limit}`, (TASKS / (performance.now() - begun)) * 1_000]);
    ears.close();
  }
  table(`Throughput: ${TASKS} tasks at once, each in a session of its own`, [
    ['', 'tasks/s'],
    ...rates.map(([name, rate]) => [name, rate.toFixed(1)]),
  ]);
  return rates.map(([name, rate]) => figure(`${TASKS} tasks at once, ${name}`, rate, 'tasks/s'));
};

/** Where the time of one turn goes: the model is at once both clocks' other end. */
const latency = async (artel: Artel, alice: Person, ears: Listener): Promise<Result[]> => {
  const session = await newSession(alice, ears);
  const taken: number[] = [];
  const called: number[] = [];
  const ended: number[] = [];
  for (let index = 0; index < LATENCIES; index += 1) {
    const content = `Question ${index}`;
    const begun = performance.now();
    const asked = artel.model
      .waitFor(1, ({ body }) => JSON.stringify(body.messages ?? '').includes(`"${content}"`))
      .then(() => performance.now());
    const run = await ask(alice, session, content, 'helper');
    taken.push(performance.now() - begun);
    const arrived = await asked;
    called.push(arrived - begun);
    await ears.end(session, run);
    ended.push(performance.now() - arrived);
  }
  const parts: [string, number[]][] = [
    ['request to 202', taken],
    ['request to the model being asked', called],
    ['model asked to run_completed', ended],
  ];
  table(`Latency of one turn on an idle agent, ${LATENCIES} in a row`, [
    ['', 'p50', 'p95'],
    ...parts.map(([name, values]) => [name, ms(median(values)), ms(percentile(values, 0.95))]),
  ]);
  return parts.map(([name, values]) => figure(`turn on an idle agent, ${name}, p50`, median(values), 'ms'));
};

/** Two runs that differ by so many steps, each a model call and a tool call: what one such step adds. */
const toolSteps = async (artel: Artel, alice: Person, ears: Listener): Promise<Result[]> => {
  const agent = await hire(alice, 'counter', { tools: ['calculate'] });
  const counted = async (steps: number): Promise<Counts> => {
    artel.model.always(({ body }) => {
      const messages = body.messages as { role: string }[];
      const done = messages.slice(messages.findLastIndex(({ role }) => role === 'user')).length - 1;
      if (done >= 2 * steps) return { text: 'Done.' };
      return { tool_calls: [{ name: 'calculate', arguments: JSON.stringify({ expression: '6 * 7' }) }] };
    });
    const session = await newSession(alice, ears);
    await artel.cloud.resetCounts();
    await answered(alice, ears, session, 'Count', agent);
    return artel.cloud.counts();
  };
  await counted(1);
  const [none, some] = [await counted(0), await counted(STEPS)];
  const aStep = (of: (counts: Counts) => number): number => (of(some) - of(none)) / STEPS;
  const line = (name: string, of: (counts: Counts) => number, format = (value: number) => value.toFixed(1)) => [
    name,
    format(of(none)),
    format(aStep(of)),
  ];
  table(
    'Cost at AWS: one direct turn with one client listening, and each further step (a model call and a tool call)',
    [
      ['', 'turn', 'step'],
      line('AWS calls', awsCalls),
      line('DynamoDB read units', readUnits),
      line('DynamoDB write units', writeUnits),
      line('DynamoDB, SQS, Lambda requests (us-east-1)', priceOf, dollars),
    ],
  );
  artel.model.always({ text: 'Done.' });
  const both = (name: string, of: (counts: Counts) => number): Result[] => [
    figure(`${name} of a direct turn with one client listening`, of(none), 'a turn'),
    figure(`${name} of a further step`, aStep(of), 'a step'),
  ];
  return [...both('AWS calls', awsCalls), ...both('read units', readUnits), ...both('write units', writeUnits)];
};

/** A worker dies while the model answers. In AWS its lease has to run out first, 60 s at most; here that is skipped. */
const resumption = async (artel: Artel, alice: Person, ears: Listener): Promise<Result[]> => {
  const operator = operatorOf(artel.cloud);
  const session = await newSession(alice, ears);
  const resumed: number[] = [];
  const ended: number[] = [];
  for (let index = 0; index < KILLS; index += 1) {
    const never = Promise.withResolvers<void>();
    const content = `Deadly ${index}`;
    const isAsked = ({ body }: { body: Record<string, unknown> }) =>
      JSON.stringify(body.messages ?? '').includes(`"${content}"`);
    artel.model.script({ text: 'Nobody reads this.', gate: never.promise, when: isAsked });
    const run = await ask(alice, session, content, 'helper');
    await artel.model.waitFor(1, isAsked);
    await artel.cloud.kill('agent-worker');
    await operator.timePasses('task');
    const begun = performance.now();
    await artel.cloud.sweep();
    await artel.model.waitFor(2, isAsked);
    resumed.push(performance.now() - begun);
    await ears.end(session, run);
    ended.push(performance.now() - begun);
    never.resolve();
  }
  operator.stop();
  table(`After a worker was killed during a model call, ${KILLS} times; from the sweep that finds its lease over`, [
    ['', 'p50', 'worst'],
    ['to the model being asked again by a new worker, cold', ms(median(resumed)), ms(Math.max(...resumed))],
    ['to run_completed', ms(median(ended)), ms(Math.max(...ended))],
  ]);
  print('  In AWS add what is left of the lease (60 s, renewed every 20 s) and up to a minute to the next sweep.');
  return [
    figure('worker killed during a model call, sweep to the model being asked again, p50', median(resumed), 'ms'),
    figure('worker killed during a model call, sweep to run_completed, p50', median(ended), 'ms'),
  ];
};
