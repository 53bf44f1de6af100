import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { go, href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { Button } from '../../design/form/button.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Tabs } from '../../design/layout/tabs.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import { BeginChat } from './begin-chat.tsx';
import { Overview } from './overview/overview.tsx';
import { Versions } from './versions/versions.tsx';

export type AgentProps = { name: string; view: string; query: Readonly<Record<string, string>> };

/** One agent: how it does, what it is, what it was. */
export const Agent = ({ name, view, query }: AgentProps) => {
  const { agents, common, screens } = texts();
  const found = useResource((signal) =>
    artel().call('GET /my/projects/{project_id}/agents/{agent}', {
      path: { project_id: project.value, agent: name },
      signal,
    }),
  );
  const title = found.data.value?.config.display_name ?? name;
  return (
    <Page
      title={title}
      back={{ href: href({ screen: 'agents' }), label: screens.agents }}
      actions={
        found.data.value && (
          <>
            <BeginChat agent={name} />
            <Button onClick={() => go({ screen: 'memory', item: name })}>{agents.itsMemory}</Button>
            <Button kind="main" onClick={() => go({ screen: 'agents', item: name, query: { view: 'edit' } })}>
              {common.edit}
            </Button>
          </>
        )
      }
    >
      <Tabs
        label={title}
        tabs={[
          { name: 'overview', label: agents.overview },
          { name: 'versions', label: agents.versions },
        ]}
        current={view}
      />
      <Loaded from={found}>
        {(agent) =>
          view === 'versions' ? (
            <Versions agent={agent} query={query} />
          ) : (
            <Overview agent={agent} onChanged={found.set} />
          )
        }
      </Loaded>
    </Page>
  );
};
