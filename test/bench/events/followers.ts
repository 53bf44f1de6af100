import { startArtel } from '../../support/artel.ts';
import { median, ms, percentile, table } from '../figures.ts';
import { awsCalls, readUnits } from '../prices.ts';
import { figure, type Result } from '../results/result.ts';
import { Hearing } from './heard.ts';
import { speakerIn } from './speaker.ts';
import { followAll } from './streams.ts';

const FOLLOWERS = Number(process.env.ARTEL_BENCH_FOLLOWERS ?? 200);
const EVENTS = 60;
const WARM_UP = 20;

/** What it takes when many follow one session as NDJSON, each over a stream of its own. */
export const followers = async (): Promise<Result[]> => {
  const artel = await startArtel();
  try {
    const who = await artel.register('alice');
    const { session } = await who.chat();
    const hearing = new Hearing();
    const speaker = await speakerIn(artel, who, session);
    const { leave } = await followAll({ artel, who, session, hearing }, FOLLOWERS);
    await speaker.say(WARM_UP);
    await hearing.told(WARM_UP);
    hearing.forget();
    await artel.cloud.resetCounts();
    const begun = performance.now();
    await speaker.say(EVENTS);
    const missing = await hearing.told(EVENTS);
    const seconds = (performance.now() - begun) / 1_000;
    const counts = await artel.cloud.counts();
    await speaker.stop();
    leave();
    const work = `${FOLLOWERS} NDJSON followers of one session`;
    const p99 = percentile(hearing.latencies, 0.99);
    table(`${work}, ${EVENTS} events at ten a second`, [
      ['', ''],
      ['append to receipt, p50', ms(median(hearing.latencies))],
      ['append to receipt, p99', ms(p99)],
      ['not received', missing],
      ['calls to AWS a second, all followers', (awsCalls(counts) / seconds).toFixed(0)],
      ['read units a second and follower', (readUnits(counts) / seconds / FOLLOWERS).toFixed(2)],
      ['bytes an event and follower', (hearing.sum('bytes') / EVENTS / FOLLOWERS).toFixed(0)],
    ]);
    return [
      figure(`${work}, append to receipt, p99`, p99, 'ms'),
      figure(`${work}, not received`, missing, 'events'),
      figure(`${work}, calls to AWS, all followers`, awsCalls(counts) / seconds, 'a second'),
    ];
  } finally {
    await artel.stop();
  }
};
