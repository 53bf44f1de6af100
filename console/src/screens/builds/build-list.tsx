import { usePages } from '../../api/pages.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { Time } from '../../design/figure/time.tsx';
import { State } from '../../design/show/badge.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { Table } from '../../design/show/table.tsx';
import { texts } from '../../texts/index.ts';
import type { BuildSummary } from './api.ts';

/** The builds of the project. What each was asked for is the title of its session, as far as the newest sessions tell. */
export const BuildList = () => {
  const builds = usePages<BuildSummary>((cursor, signal) =>
    artel().call('GET /my/projects/{project_id}/builds', {
      path: { project_id: project.value },
      query: { limit: 20, sort: 'created_at', order: 'desc', ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  const titles = useResource(async (signal) => {
    const { items } = await artel().call('GET /my/projects/{project_id}/chat/sessions', {
      path: { project_id: project.value },
      query: { limit: 100 },
      signal,
    });
    return new Map(items.map(({ id, title }) => [id, title]));
  });
  const t = texts().builds;
  const nameOf = ({ run_id, session_id }: BuildSummary) => (
    <a href={href({ screen: 'builds', item: run_id })} dir="auto">
      {titles.data.value?.get(session_id) ?? run_id}
    </a>
  );
  return (
    <Listed
      from={builds}
      empty={
        <Empty title={t.none}>
          <p>{t.noneHint}</p>
        </Empty>
      }
    >
      {(items) => (
        <Table
          label={t.list}
          rows={items}
          keyOf={({ run_id }) => run_id}
          columns={[
            { title: t.wish, cell: nameOf },
            { title: t.state, cell: ({ state }) => <State state={state} /> },
            { title: t.begun, cell: ({ created_at }) => <Time at={created_at} /> },
            { title: t.endedAt, cell: ({ ended_at }) => (ended_at === null ? '–' : <Time at={ended_at} />) },
          ]}
        />
      )}
    </Listed>
  );
};
