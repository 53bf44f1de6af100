import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { median, ms, percentile, table } from '../figures.ts';
import { awsCalls, type Counts, readUnits, writeUnits } from '../prices.ts';
import { figure, type Result } from '../results/result.ts';
import { gather } from './audience.ts';
import { Hearing } from './heard.ts';
import { Pushed } from './pushed.ts';
import { speakerIn } from './speaker.ts';

/** `ARTEL_BENCH_SOCKETS=200` where there is little time. */
const SOCKETS = Number(process.env.ARTEL_BENCH_SOCKETS ?? 1_000);
const EVENTS = 60;
/** Not counted: the functions start cold. */
const WARM_UP = 20;

/** What it takes to tell many sockets of one session: from the append to the receipt by each of them. */
export const push = async (): Promise<Result[]> => {
  const results: Result[] = [];
  for (const batches of [true, false]) {
    const pushed = new Pushed();
    const artel = await startArtel({ log: pushed.note });
    try {
      results.push(...(await measure({ artel, who: await artel.register('alice'), pushed }, batches)));
    } finally {
      await artel.stop();
    }
  }
  return results;
};

type Measured = { artel: Artel; who: Person; pushed: Pushed };

const measure = async ({ artel, who, pushed }: Measured, batches: boolean): Promise<Result[]> => {
  const warm = await who.chat();
  const others = { artel, who, session: warm.session, hearing: new Hearing() };
  const early = await gather(others, { sockets: Math.ceil(SOCKETS / 5), batches });
  const { session } = await who.chat();
  const hearing = new Hearing();
  await artel.cloud.resetCounts();
  let handshakes: Counts = {};
  const between = async (): Promise<void> => {
    handshakes = await artel.cloud.counts();
    await artel.cloud.resetCounts();
  };
  const audience = await gather({ artel, who, session, hearing }, { sockets: SOCKETS, batches, between });
  const subscriptions = await artel.cloud.counts();
  const speaker = await speakerIn(artel, who, session);
  await speaker.say(WARM_UP);
  await hearing.told(WARM_UP);
  hearing.forget();
  await artel.cloud.resetCounts();
  await speaker.say(EVENTS);
  const missing = await hearing.told(EVENTS);
  const pushing = await artel.cloud.counts();
  await speaker.stop();
  early.leave();
  audience.leave();
  const { latencies } = hearing;
  const deliveries = SOCKETS * EVENTS;
  const work = `${SOCKETS} sockets on one session, ${batches ? 'in batches' : 'each event in a frame'}`;
  const opened = (SOCKETS * 1_000) / audience.opening;
  const subscribed = (SOCKETS * 1_000) / audience.subscribing;
  const posts = hearing.sum('frames') / deliveries;
  table(`${work}: ${EVENTS} events at ten a second`, [
    ['', ''],
    ['handshakes a second', opened.toFixed(0)],
    ['calls to AWS, read and write units', costOf(handshakes, SOCKETS)],
    ['subscriptions a second', subscribed.toFixed(0)],
    ['calls to AWS, read and write units', costOf(subscriptions, SOCKETS)],
    ['append to receipt, p50', ms(median(latencies))],
    ['append to receipt, p99', ms(percentile(latencies, 0.99))],
    ['lost until the client asks again', missing],
    ['connections a pusher could not serve, or found gone', `${pushed.failed}, ${pushed.gone}`],
    ['posts an event and socket', posts.toFixed(2)],
    ['bytes an event and socket', (hearing.sum('bytes') / deliveries).toFixed(0)],
    ['other calls to AWS an event, read and write units', costOf(pushing, EVENTS)],
    ['pushers an event', (pushersIn(pushing) / EVENTS).toFixed(1)],
  ]);
  return [
    figure(`${work}, append to receipt, p99`, percentile(latencies, 0.99), 'ms'),
    figure(`${work}, posts an event and socket`, posts, 'posts'),
    figure(`${work}, lost until the client asks again`, missing, 'events'),
    figure(`${work}, handshakes`, opened, 'a second'),
    figure(`${work}, subscriptions`, subscribed, 'a second'),
    figure(`${work}, calls to AWS a subscription`, awsCalls(subscriptions) / SOCKETS, 'calls'),
  ];
};

const costOf = (counts: Counts, by: number): string =>
  [awsCalls(counts), readUnits(counts), writeUnits(counts)].map((sum) => (sum / by).toFixed(1)).join(' / ');

const pushersIn = (counts: Counts): number =>
  Object.entries(counts).find(([action]) => action.startsWith('function:Pusher'))?.[1].calls ?? 0;
