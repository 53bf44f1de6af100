import { EventEmitter } from 'node:events';
import WebSocket from 'ws';
import { type Artel, type Person, startArtel } from '../support/artel.ts';
import { depthOfTurn } from '../support/depth.ts';
import { median, ms, percentile, print, table } from './figures.ts';
import { awsCalls, type Counts, readUnits, writeUnits } from './prices.ts';
import { figure, type Result } from './results/result.ts';
import { turnsBeside } from './turns/beside.ts';

const TURNS = 60;
const WARM_UP = 10;

/** Seven words: enough for a first delta that is not the whole answer. */
const ANSWER = { text: 'This is an answer of seven words.' };

/** The same turn here and at others, and what the platform adds to one of ours and calls for at AWS. */
export const turns = async (): Promise<Result[]> => [...(await turnsBeside()), ...(await ownTurns())];

/**
 * What the platform adds to a direct turn: from the request to the end of the run, less the time the model itself took.
 * The model here answers at once, so that its share is what was measured at its own door.
 */
const ownTurns = async (): Promise<Result[]> => {
  const artel = await startArtel();
  try {
    artel.model.always(ANSWER);
    const alice = await artel.register('alice');
    const { session } = await alice.chat();
    for (let turn = 0; turn < WARM_UP; turn += 1)
      await alice.ask(session, `Warm up ${turn}`, { target_agent: 'helper' });
    return [...(await overhead(artel, alice)), ...(await calls(artel, alice))];
  } finally {
    await artel.stop();
  }
};

const overhead = async (artel: Artel, alice: Person): Promise<Result[]> => {
  const { session } = await alice.chat();
  const watch = await watchSession(artel, alice, session);
  const whole: number[] = [];
  const first: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const begun = performance.now();
    const seen = watch.turn();
    const sent = alice.call('POST', `/my/chat/${session}/message`, {
      content: `Question ${turn}`,
      target_agent: 'helper',
    });
    const { delta, end } = await seen;
    await sent;
    whole.push(end - begun);
    first.push(delta - begun);
  }
  watch.close();
  table(`Direct turn, ${TURNS} in a row, seen by a WebSocket client; the model answers at once`, [
    ['', 'p50', 'p95'],
    ['request to first delta', ms(median(first)), ms(percentile(first, 0.95))],
    ['request to run_completed (overhead)', ms(median(whole)), ms(percentile(whole, 0.95))],
  ]);
  return [
    figure('direct turn over WebSocket, request to first delta, p50', median(first), 'ms'),
    figure('direct turn over WebSocket, request to run_completed, p50', median(whole), 'ms'),
    figure('direct turn over WebSocket, request to run_completed, p95', percentile(whole, 0.95), 'ms'),
  ];
};

type Watch = { turn(): Promise<{ delta: number; end: number }>; close(): void };

const watchSession = async (artel: Artel, alice: Person, session: string): Promise<Watch> => {
  const socket = new WebSocket(artel.cloud.socketUrl, { headers: { authorization: `Bearer ${alice.token}` } });
  const events = new EventEmitter();
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { event_type?: string; reply?: string };
    events.emit(message.reply !== undefined ? 'reply' : String(message.event_type));
  });
  const seen = (name: string): Promise<number> =>
    new Promise((resolve) => events.once(name, () => resolve(performance.now())));
  await new Promise((resolve) => socket.once('open', resolve));
  const subscribed = seen('reply');
  socket.send(JSON.stringify({ action: 'subscribe', session_id: session, ref: '1' }));
  await subscribed;
  return {
    turn: async () => {
      const [delta, end] = await Promise.all([seen('message_delta'), seen('run_completed')]);
      return { delta, end };
    },
    close: () => socket.close(),
  };
};

/** Counts do not jitter: what one turn costs at AWS. */
const calls = async (artel: Artel, alice: Person): Promise<Result[]> => {
  const { session } = await alice.chat();
  await alice.ask(session, 'First', { target_agent: 'helper' });
  await artel.cloud.resetCounts();
  const counted = 20;
  for (let turn = 0; turn < counted; turn += 1) {
    await alice.ask(session, `Question ${turn}`, { target_agent: 'helper' });
  }
  const counts = await artel.cloud.counts();
  const per = (value: number | undefined): string => ((value ?? 0) / counted).toFixed(2);
  const rows = Object.entries(counts)
    .filter(([action]) => !action.startsWith('function:'))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([action, count]) => [
      action,
      per(count.calls),
      'items' in count ? per(count.items) : '',
      'readUnits' in count ? per(count.readUnits) : '',
      'writeUnits' in count ? per(count.writeUnits) : '',
    ]);
  table('AWS calls of one turn over REST, its waiting included (seven words, in one or two deltas)', [
    ['', 'calls', 'items', 'read units', 'write units'],
    ...rows,
  ]);
  print('  The client waits with ?wait=; one with a WebSocket would cost fewer reads.');
  const depth = await depthOfTurn({ artel, person: alice, session, turns: counted });
  print(`  ${depth} calls of the table wait for each other from the request to the end of its run.`);
  const each = (work: string, of: (all: Counts) => number): Result => figure(work, of(counts) / counted, 'a turn');
  return [
    each('AWS calls of a turn over REST', awsCalls),
    each('DynamoDB read units of a turn over REST', readUnits),
    each('DynamoDB write units of a turn over REST', writeUnits),
    figure('DynamoDB calls of a turn that wait for each other', depth, 'a turn'),
  ];
};
