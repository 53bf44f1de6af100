import { useState } from 'preact/hooks';
import { usePages } from '../../api/pages.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { project } from '../../app/project/project.ts';
import { Button } from '../../design/form/button.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed, Loaded } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import { Add } from './add.tsx';
import { askedBy, type Filters, isFiltered } from './filters.ts';
import { Prune } from './pruning/prune.tsx';
import { Search } from './search.tsx';
import { Figures } from './shown/figures.tsx';
import { MemoryList } from './shown/list.tsx';
import { Transfer } from './transfer/transfer.tsx';

export const Memory = ({ agent, filters }: { agent: string; filters: Filters }) => {
  const { memory } = texts();
  const [open, setOpen] = useState<'add' | 'prune'>();
  const path = { project_id: project.value, agent };
  const asked = JSON.stringify(filters);
  const list = usePages(
    (cursor, signal) =>
      artel().call('GET /my/projects/{project_id}/agents/{agent}/context', {
        path,
        query: askedBy(filters, cursor),
        signal,
      }),
    [asked],
  );
  const figures = useResource((signal) =>
    artel().call('GET /my/projects/{project_id}/agents/{agent}/context/stats', { path, signal }),
  );
  const changed = () => void Promise.all([list.reload(), figures.reload()]);
  return (
    <>
      <Section
        title={filters.query.trim() ? memory.found : memory.newest}
        actions={<Button onClick={() => setOpen('add')}>{memory.add}</Button>}
      >
        <Search filters={filters} />
        <Listed
          from={list}
          empty={
            isFiltered(filters) ? (
              <Empty title={memory.nothingFound}>
                <p>{memory.nothingFoundHint}</p>
              </Empty>
            ) : (
              <Empty title={memory.none}>
                <p>{memory.noneHint}</p>
              </Empty>
            )
          }
        >
          {(items) => <MemoryList items={items} agent={agent} onChanged={changed} />}
        </Listed>
      </Section>
      <Section title={memory.figures}>
        <Loaded from={figures}>{(known) => <Figures figures={known} />}</Loaded>
      </Section>
      <Transfer agent={agent} onChanged={changed} onPrune={figures.data.value && (() => setOpen('prune'))} />
      {open === 'add' && <Add agent={agent} onAdded={changed} onClose={() => setOpen(undefined)} />}
      {open === 'prune' && figures.data.value && (
        <Prune agent={agent} figures={figures.data.value} onDone={changed} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
};
