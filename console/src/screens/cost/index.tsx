import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { projects } from '../../app/project/project.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page, Section } from '../../design/layout/page.tsx';
import { Tabs } from '../../design/layout/tabs.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import { Budget } from './budget.tsx';
import { Calls } from './calls.tsx';
import { Chart } from './chart.tsx';
import { DaysForm } from './days-form.tsx';
import { loadNames, type Names } from './names.ts';
import { daysOf, rangeIn } from './range.ts';
import { loadSessions } from './sessions.ts';
import { byDay, type UsageDay } from './sums.ts';
import { ByAgent, ByDay, ByModel, BySession } from './views.tsx';

const VIEWS = ['day', 'agent', 'model', 'session'] as const;
const NOBODY: Names = new Map();

export const Screen: ScreenType = ({ place: { query } }) => {
  const { cost, screens } = texts();
  const range = rangeIn(query, Date.now());
  const by = VIEWS.find((one) => one === query.by) ?? 'day';
  const on = [range.since, range.until];
  const usage = useResource(async (signal) => {
    const { items } = await artel().call('GET /my/usage', { query: range, signal });
    return items.filter((one): one is UsageDay => 'day' in one);
  }, on);
  const sessions = useResource(
    async (signal) => (by === 'session' ? await loadSessions(artel(), range, signal) : { items: [], isWhole: true }),
    [...on, by],
  );
  const used = [...new Set(usage.data.value?.map(({ project_id }) => project_id))].toSorted();
  const known = useResource((signal) => loadNames(artel(), used, signal), [used.join()]);
  const names = known.data.value ?? NOBODY;
  const projectNames: Names = new Map(projects.value?.map(({ id, name }) => [id, name]));
  return (
    <Page title={screens.cost}>
      <Budget />
      <Section title={cost.spent}>
        <DaysForm range={range} error={usage.problem.value?.fields.since} />
        <Tabs label={cost.by} query="by" current={by} tabs={VIEWS.map((name) => ({ name, label: cost.views[name] }))} />
        <Loaded from={usage}>
          {(items) => (
            <>
              <Chart days={byDay(items, daysOf(range))} />
              {by === 'day' && <ByDay items={items} />}
              {by === 'agent' && <ByAgent items={items} names={names} projects={projectNames} />}
              {by === 'model' && <ByModel items={items} />}
            </>
          )}
        </Loaded>
        {by === 'session' && (
          <Loaded from={sessions}>
            {({ items, isWhole }) => (
              <BySession items={items} isWhole={isWhole} names={names} projects={projectNames} />
            )}
          </Loaded>
        )}
      </Section>
      <Calls session={query.session} names={names} />
    </Page>
  );
};
