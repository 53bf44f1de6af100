import { money } from '../../design/figure/money.tsx';
import { filled, texts } from '../../texts/index.ts';
import { columnsOf, topOf } from './bars.ts';
import { type Group, total } from './sums.ts';

const [WIDTH, HEIGHT] = [1_000, 200];

/** What each day cost. The table below says the same in words, so a screen reader is told only what the picture is. */
export const Chart = ({ days }: { days: readonly Group[] }) => {
  const { cost } = texts();
  const values = days.map((one) => one.cost);
  const top = topOf(values);
  const columns = columnsOf(values, { width: WIDTH, height: HEIGHT, top });
  const dearest = days.reduce<Group | undefined>((most, one) => (one.cost > (most?.cost ?? 0) ? one : most), undefined);
  const [first, last] = [days[0]?.key ?? '', days.at(-1)?.key ?? ''];
  const about = filled(dearest ? cost.chartAbout : cost.chartEmpty, {
    since: first,
    until: last,
    sum: money(total(days).cost),
    day: dearest?.key ?? '',
    most: money(dearest?.cost ?? 0),
  });
  return (
    <figure class="cost-chart">
      <p class="cost-scale" aria-hidden="true">
        {money(top)}
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={about}>
        <line class="cost-grid" x1="0" x2={WIDTH} y1="0.5" y2="0.5" />
        <line class="cost-grid" x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <line class="cost-grid" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {columns.map((column, at) => (
          <rect key={days[at]?.key} class="cost-bar" {...column}>
            <title>{`${days[at]?.key}: ${money(values[at] ?? 0)}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption class="cost-ends" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </figcaption>
    </figure>
  );
};
