import type { components } from '../../../../../clients/typescript/src/index.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { filled, formattedNumber, texts } from '../../../texts/index.ts';

export type MemoryFigures = components['schemas']['MemoryFigures'];

const KIB = 1_024;

/** How many memories there are, and how turns ended that were shown some. */
export const Figures = ({ figures }: { figures: MemoryFigures }) => {
  const { memory } = texts();
  const { count, max_vectors, pinned, superseded, with_memories, without_memories, alert } = figures;
  const ended = ({ succeeded, failed }: { succeeded: number; failed: number }) =>
    succeeded + failed === 0
      ? undefined
      : filled(memory.endedTurns, { succeeded: formattedNumber(succeeded), failed: formattedNumber(failed) });
  return (
    <>
      {alert && (
        <p class="memory-alert" role="status">
          <Badge tone={alert === 'full' ? 'bad' : 'attention'}>{memory.alerts[alert]}</Badge> {memory.alertMeans[alert]}
        </p>
      )}
      <Facts
        facts={[
          [
            memory.count,
            <span key="count" class="memory-fill">
              {filled(memory.countOf, { count: formattedNumber(count), most: formattedNumber(max_vectors) })}{' '}
              <meter aria-label={memory.count} min={0} max={max_vectors} high={max_vectors * 0.8} value={count} />
            </span>,
          ],
          [memory.pinnedOnes, formattedNumber(pinned)],
          [memory.supersededOnes, formattedNumber(superseded)],
          [
            memory.size,
            filled(memory.kib, {
              size: formattedNumber(
                Math.max(figures.estimated_bytes > 0 ? 1 : 0, Math.round(figures.estimated_bytes / KIB)),
              ),
            }),
          ],
          [memory.oldest, figures.oldest && <Time at={figures.oldest} />],
          [memory.newestOne, figures.newest && <Time at={figures.newest} />],
          [memory.turnsWith, ended(with_memories)],
          [memory.turnsWithout, ended(without_memories)],
        ]}
      />
    </>
  );
};
