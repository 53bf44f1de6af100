import type { components } from '../../../../../clients/typescript/src/index.ts';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { size } from '../../../design/figure/size.ts';
import { Button } from '../../../design/form/button.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { Table } from '../../../design/show/table.tsx';
import { filled, formattedNumber, texts } from '../../../texts/index.ts';
import { percent } from './percent.ts';

type Level = components['schemas']['CacheLevelFigures'];
type Overview = components['schemas']['CacheOverview'];

/** What the caches did since the deployment began, and what they hold. */
export const CachePart = () => {
  const { admin, common } = texts();
  const known = useResource((signal) => artel().call('GET /admin/cache', { signal }));
  const refresh = (
    <Button isBusy={known.isLoading.value} onClick={() => void known.reload()}>
      {common.refresh}
    </Button>
  );
  return (
    <Section title={admin.parts.cache} actions={refresh}>
      <Loaded from={known}>{(overview) => <Figures overview={overview} />}</Loaded>
    </Section>
  );
};

const Figures = ({ overview: { hit_ratio, levels, events, memory } }: { overview: Overview }) => {
  const { admin } = texts();
  const ratio = (value: number | null) => (value === null ? '–' : percent(value));
  const number = (title: string, of: (level: Level) => number) => ({
    title,
    isNumber: true,
    cell: (level: Level) => formattedNumber(of(level)),
  });
  const columns = [
    { title: admin.level, cell: ({ level }: Level) => admin.levels[level] ?? level },
    { title: admin.hitRatio, isNumber: true, cell: ({ hit_ratio: own }: Level) => ratio(own) },
    number(admin.hits, ({ hits }) => hits),
    number(admin.misses, ({ misses }) => misses),
    number(admin.conflicts, ({ conflicts }) => conflicts),
    {
      title: admin.meanRead,
      isNumber: true,
      cell: ({ mean_read_ms }: Level) =>
        mean_read_ms === null ? '–' : filled(admin.milliseconds, { count: formattedNumber(mean_read_ms) }),
    },
    { title: admin.read, isNumber: true, cell: ({ bytes_read }: Level) => size(bytes_read) },
    { title: admin.written, isNumber: true, cell: ({ bytes_written }: Level) => size(bytes_written) },
    number(admin.skipped, ({ skipped }) => skipped),
  ];
  return (
    <>
      <Facts
        facts={[
          [admin.hitRatio, ratio(hit_ratio)],
          [admin.containers, formattedNumber(memory.containers)],
          [admin.entries, formattedNumber(memory.entries)],
          [admin.inMemory, filled(admin.sizeOf, { used: size(memory.bytes), limit: size(memory.max_bytes) })],
          [admin.inAnHour, size(memory.bytes_in_an_hour)],
        ]}
      />
      <Table label={admin.parts.cache} columns={columns} rows={levels} keyOf={({ level }) => level} />
      <h3>{admin.cacheEvents}</h3>
      <Facts
        facts={Object.entries(events).map(([name, count]) => [
          admin.cacheEventNames[name] ?? name,
          formattedNumber(count),
        ])}
      />
    </>
  );
};
