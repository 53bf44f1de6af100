import type { components } from '../../../../clients/typescript/src/index.ts';
import type { Page as PageOf } from '../../api/pages.ts';
import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { useSessionTitles } from '../../app/project/session-titles.ts';
import { useWishes } from '../../app/project/wishes.ts';
import { Money } from '../../design/figure/money.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Page } from '../../design/layout/page.tsx';
import { State } from '../../design/show/badge.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { Table } from '../../design/show/table.tsx';
import { texts } from '../../texts/index.ts';
import { tookOf } from './took.ts';

type Run = components['schemas']['Run'];

const LIMIT = 100;
/** The list of runs has others among them: it is read on until there is something to show. */
const ENOUGH = 20;
const MAX_READS = 5;

const loadPlans = async (from: string | undefined, signal: AbortSignal): Promise<PageOf<Run>> => {
  const items: Run[] = [];
  let cursor = from;
  for (let read = 0; read < MAX_READS; read += 1) {
    const page = await artel().call('GET /my/projects/{project_id}/runs', {
      path: { project_id: project.value },
      query: { limit: LIMIT, ...(cursor && { cursor }) },
      signal,
    });
    items.push(...page.items.filter(({ mode }) => mode === 'orchestrated'));
    cursor = page.next_cursor ?? undefined;
    if (cursor === undefined || items.length >= ENOUGH) break;
  }
  return { items, next_cursor: cursor };
};

export const List = () => {
  const plans = usePages(loadPlans, [project.value]);
  const titles = useSessionTitles();
  const wishes = useWishes(plans.items.value);
  const all = texts();
  return (
    <Page title={all.screens.plans}>
      <p class="lead">{all.plans.lead}</p>
      <Listed
        from={plans}
        empty={
          <Empty title={all.plans.empty}>
            <p>{all.plans.emptyHint}</p>
            <a href={href({ screen: 'chat' })}>{all.common.toChat}</a>
          </Empty>
        }
      >
        {(items) => (
          <Table
            label={all.screens.plans}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                title: all.plans.single,
                cell: ({ id, session_id }) => (
                  <a href={href({ screen: 'plans', item: id })} dir="auto">
                    {wishes.get(id) ?? titles.get(session_id) ?? id}
                  </a>
                ),
              },
              { title: all.plans.state, cell: ({ state }) => <State state={state} /> },
              { title: all.plans.created, cell: ({ created_at }) => <Time at={created_at} /> },
              { title: all.plans.took, cell: (run) => tookOf(run) ?? '–' },
              {
                title: all.plans.cost,
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
