import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import type { Place } from '../../app/place/place.ts';
import { href, refine } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { isRunState, RUN_STATES } from '../../app/project/run-states.ts';
import { useSessionTitles } from '../../app/project/session-titles.ts';
import { useWishes } from '../../app/project/wishes.ts';
import { duration } from '../../design/figure/moment.ts';
import { Money } from '../../design/figure/money.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Select } from '../../design/form/field.tsx';
import { Page } from '../../design/layout/page.tsx';
import { State } from '../../design/show/badge.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { Table } from '../../design/show/table.tsx';
import { texts } from '../../texts/index.ts';

const LIMIT = 30;
const SESSION = /^ses_[0-9A-HJKMNP-TV-Z]{26}$/;

export const List = ({ place }: { place: Place }) => {
  const { state, session, order } = place.query;
  const all = texts();
  const titles = useSessionTitles();
  const runs = usePages(
    (cursor, signal) =>
      artel().call('GET /my/projects/{project_id}/runs', {
        path: { project_id: project.value },
        query: {
          limit: LIMIT,
          ...(isRunState(state) && { state }),
          ...(session && SESSION.test(session) && { session_id: session }),
          ...(order === 'asc' && { order }),
          ...(cursor && { cursor }),
        },
        signal,
      }),
    [project.value, state, session, order],
  );
  const wishes = useWishes(runs.items.value);
  const isFiltered = Boolean(state || session);
  const options = (chats: ReadonlyMap<string, string>) => [
    { value: '', label: all.common.all },
    ...(session && !chats.has(session) ? [{ value: session, label: session }] : []),
    ...[...chats].map(([value, label]) => ({ value, label })),
  ];
  return (
    <Page title={all.screens.runs} actions={<Button onClick={() => void runs.reload()}>{all.common.refresh}</Button>}>
      <div class="row">
        <Select
          label={all.runs.state}
          value={isRunState(state) ? state : ''}
          options={[
            { value: '', label: all.common.all },
            ...RUN_STATES.map((value) => ({ value, label: all.states[value] ?? value })),
          ]}
          onInput={(value) => refine({ state: value || undefined })}
        />
        <Select
          label={all.runs.chat}
          value={session ?? ''}
          options={options(titles)}
          onInput={(value) => refine({ session: value || undefined })}
        />
        <Select
          label={all.runs.order}
          value={order === 'asc' ? 'asc' : ''}
          options={[
            { value: '', label: all.runs.newestFirst },
            { value: 'asc', label: all.runs.oldestFirst },
          ]}
          onInput={(value) => refine({ order: value || undefined })}
        />
      </div>
      <Listed
        from={runs}
        empty={
          isFiltered ? (
            <Empty title={all.runs.noneSuch}>
              <Button onClick={() => refine({ state: undefined, session: undefined })}>{all.runs.showAll}</Button>
            </Empty>
          ) : (
            <Empty title={all.runs.empty}>
              <a href={href({ screen: 'chat' })}>{all.common.toChat}</a>
            </Empty>
          )
        }
      >
        {(items) => (
          <Table
            label={all.screens.runs}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                title: all.runs.single,
                cell: ({ id, session_id }) => (
                  <a href={href({ screen: 'runs', item: id })} dir="auto">
                    {wishes.get(id) ?? titles.get(session_id) ?? id}
                  </a>
                ),
              },
              { title: all.runs.mode, cell: ({ mode }) => all.runs.modes[mode] ?? mode },
              { title: all.runs.state, cell: (run) => <State state={run.state} /> },
              { title: all.runs.created, cell: ({ created_at }) => <Time at={created_at} /> },
              {
                title: all.runs.took,
                cell: ({ created_at, ended_at }) =>
                  ended_at ? duration(Date.parse(ended_at) - Date.parse(created_at)) : '–',
              },
              {
                title: all.runs.cost,
                isNumber: true,
                cell: ({ usage }) => (usage?.cost === undefined ? '–' : <Money dollars={usage.cost} />),
              },
            ]}
          />
        )}
      </Listed>
    </Page>
  );
};
