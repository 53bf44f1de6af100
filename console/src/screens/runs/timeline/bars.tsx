import { useEffect, useState } from 'preact/hooks';
import { href } from '../../../app/place/route.ts';
import { duration } from '../../../design/figure/moment.ts';
import { filled, texts } from '../../../texts/index.ts';
import { type Lane, type Run, type Stretch, spanOf, sumsOf } from './stretches.ts';

const TICK = 1_000;

/** The time of day, moving on by the second while something is going on. */
const useNow = (isMoving: boolean): number => {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, [isMoving]);
  return now;
};

const percent = (part: number): string => `${Math.max(0, Math.min(100, part * 100)).toFixed(3)}%`;

/** In words: "waited for your decision". */
const wordsOf = ({ kind, why, tool }: Pick<Stretch, 'kind' | 'why' | 'tool'>): string => {
  const { runs } = texts();
  const said = runs.stretches[why === undefined ? kind : `${kind}_${why}`] ?? runs.stretches[kind] ?? kind;
  return filled(said, { tool: tool ?? '' });
};

const LaneBar = ({ lane, span, now }: { lane: Lane; span: { from: number; to: number }; now: number }) => {
  const { runs } = texts();
  const length = span.to - span.from;
  const name = lane.name ?? runs.whole;
  return (
    <li class="lane">
      <span class="lane-name" dir="auto">
        {name}
      </span>
      <div class="lane-bar" aria-hidden="true">
        {lane.stretches.map((one) => (
          <span
            key={one.from}
            class={`stretch ${one.kind}`}
            title={`${wordsOf(one)}: ${duration((one.to ?? now) - one.from)}`}
            style={{
              left: percent((one.from - span.from) / length),
              width: percent(((one.to ?? now) - one.from) / length),
            }}
          />
        ))}
      </div>
      <details>
        <summary>{runs.stretchList}</summary>
        <ol class="stretches">
          {lane.stretches.map((one) => (
            <li key={one.from}>
              <span class={`key ${one.kind}`} aria-hidden="true" />
              <span dir="auto">{wordsOf(one)}</span>{' '}
              <span class="number">
                {one.to === undefined
                  ? filled(runs.soFar, { time: duration(Math.max(0, now - one.from)) })
                  : duration(one.to - one.from)}
              </span>{' '}
              {one.approval && <a href={href({ screen: 'approvals', item: one.approval })}>{runs.toDecision}</a>}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
};

/** `lanes`: the run as a whole first, then its tasks. */
export type TimelineProps = { run: Run; lanes: readonly Lane[] };

/** Where the time went: a bar a task, and in words what was waited for and how long. */
export const Timeline = ({ run, lanes }: TimelineProps) => {
  const now = useNow(run.ended_at === null);
  const { runs } = texts();
  const span = spanOf(lanes, now);
  const whole = lanes.slice(0, 1);
  const tasks = lanes.slice(1);
  const sums = sumsOf(tasks.length > 0 ? [...whole, ...tasks] : whole, now).filter(
    ({ kind, why }) => kind === 'waiting' || kind === 'queued' || kind === 'planning' || why !== undefined,
  );
  return (
    <>
      <ul class="lanes" aria-label={runs.timeline}>
        {lanes.map((lane) => (
          <LaneBar key={lane.id} lane={lane} span={span} now={now} />
        ))}
      </ul>
      {sums.length > 0 && (
        <div>
          <h3>{runs.whyWaited}</h3>
          <ul class="sums">
            {sums.map(({ kind, why, time }) => (
              <li key={`${kind} ${why}`}>
                <span class={`key ${kind}`} aria-hidden="true" /> {wordsOf({ kind, why })}:{' '}
                <strong class="number">{duration(time)}</strong>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};
