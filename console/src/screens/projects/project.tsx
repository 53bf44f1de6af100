import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { go, href } from '../../app/place/route.ts';
import { type Project as Known, project as looked } from '../../app/project/project.ts';
import { Button } from '../../design/form/button.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Tabs } from '../../design/layout/tabs.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import { Acts } from './acts.tsx';
import { Health } from './health.tsx';
import { Settings } from './settings/settings.tsx';
import { Transfer } from './transfer/transfer.tsx';

/** Whether it is the project that is worked in. */
export const isOpen = ({ id, is_default }: Known): boolean =>
  looked.value === id || (looked.value === 'default' && is_default);

const open = ({ id, is_default }: Known): void =>
  go({ screen: 'projects', item: id, query: { project: is_default ? undefined : id } });

/** One project: how it does, and what can be done with it as a whole. */
export const Project = ({ id, view }: { id: string; view: string }) => {
  const { projects, screens } = texts();
  const found = useResource((signal) =>
    artel().call('GET /my/projects/{project_id}', { path: { project_id: id }, signal }),
  );
  const known = found.data.value;
  const title = known?.name ?? projects.project;
  return (
    <Page
      title={title}
      back={{ href: href({ screen: 'projects' }), label: screens.projects }}
      actions={known && !isOpen(known) && <Button onClick={() => open(known)}>{projects.open}</Button>}
    >
      <Tabs
        label={title}
        tabs={[
          { name: 'overview', label: projects.overview },
          { name: 'settings', label: projects.settings },
          { name: 'transfer', label: projects.transfer },
        ]}
        current={view}
      />
      <Loaded from={found}>
        {(project) => (
          <>
            {view === 'settings' && <Settings id={id} />}
            {view === 'transfer' && <Transfer project={project} />}
            {view !== 'settings' && view !== 'transfer' && (
              <>
                <Health project={project} />
                <Acts project={project} onChanged={found.set} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};
