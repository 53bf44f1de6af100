import { everyPage } from '../../api/all.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { go, href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Select } from '../../design/form/field.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import { filtersIn } from './filters.ts';
import { Memory } from './memory.tsx';

/** What one agent remembers; the address says whose, or it is the first one's. */
export const Screen: ScreenType = ({ place: { item, query } }) => {
  const { memory, screens } = texts();
  const agents = useResource((signal) =>
    everyPage((cursor) =>
      artel().call('GET /my/projects/{project_id}/agents', {
        path: { project_id: project.value },
        query: { cursor, limit: 100 },
        signal,
      }),
    ),
  );
  return (
    <Page title={screens.memory}>
      <Loaded from={agents}>
        {(known) => {
          const shown = item === undefined ? known[0] : known.find(({ name, key }) => name === item || key === item);
          return (
            <>
              {known.length > 0 && (
                <div class="choosing">
                  <Select
                    label={memory.ofAgent}
                    options={[
                      ...(shown ? [] : [{ value: '', label: memory.choose }]),
                      ...known.map(({ name, config }) => ({ value: name, label: config.display_name ?? name })),
                    ]}
                    value={shown?.name ?? ''}
                    onInput={(name) => go({ screen: 'memory', item: name })}
                  />
                </div>
              )}
              {shown && <Memory key={shown.key} agent={shown.name} filters={filtersIn(query)} />}
              {!shown && (
                <Empty title={item === undefined ? memory.noAgents : memory.noSuchAgent}>
                  <a href={href({ screen: 'agents' })}>{memory.toAgents}</a>
                </Empty>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
