import { median, ms, percentile, table } from '../figures.ts';
import { beside, figure, type Result } from '../results/result.ts';
import { AT_ONCE, type Measured } from './measure.ts';

/** A line of the comparison: what, in which unit, and where it is among what was measured. */
type Line = [work: string, unit: string, of: (measured: Measured) => number];

const perSecondAlone = ({ alone }: Measured): number =>
  (alone.times.length / alone.times.reduce((sum, time) => sum + time, 0)) * 1_000;

const LINES: Line[] = [
  ['direct turn (new session, message, reply), one at a time, p50', 'ms', ({ alone }) => median(alone.times)],
  [`turns, ${AT_ONCE} at a time`, 'turns/s', ({ crowd }) => crowd.perSecond],
  ['CPU a turn, one at a time', 'ms', ({ alone }) => alone.cpu],
  [`CPU a turn, ${AT_ONCE} at a time`, 'ms', ({ crowd }) => crowd.cpu],
  ['resident memory, idle', 'MB', ({ memory }) => memory.idle],
  [`resident memory, most at ${AT_ONCE} at a time`, 'MB', ({ memory }) => memory.crowd],
  ['resident memory, after a rest', 'MB', ({ memory }) => memory.later],
];

/** Ours is the first. */
export const besidePeers = ([ours, ...peers]: Measured[]): Result[] => {
  if (!ours) return [];
  const rate = { ours: ours.crowd.perSecond, peer: perSecondAlone(ours) };
  return [
    ...LINES.flatMap(([work, unit, of]) =>
      peers.length === 0
        ? [figure(work, of(ours), unit)]
        : peers.map((peer) => beside(`${work}; peer: ${peer.name}`, unit, { ours: of(ours), peer: of(peer) })),
    ),
    beside(`turns, ${AT_ONCE} at a time; peer: our own, one at a time`, 'turns/s', rate),
  ];
};

export const everybody = (all: Measured[]): void =>
  table(
    `Turns over HTTP, each in a new session, and the upstream answers at once; ${AT_ONCE} at a time after one at a time`,
    [
      ['', 'p50', 'p95', 'turns/s', `${AT_ONCE} at a time`, 'CPU a turn', `${AT_ONCE} at a time`],
      ...all.map((one) => [
        one.name,
        ms(median(one.alone.times)),
        ms(percentile(one.alone.times, 0.95)),
        perSecondAlone(one).toFixed(1),
        one.crowd.perSecond.toFixed(1),
        ms(one.alone.cpu),
        ms(one.crowd.cpu),
      ]),
    ],
  );
