import { usePages } from '../../api/pages.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { go, href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { Starter } from '../../app/project/starter.tsx';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { Table } from '../../design/show/table.tsx';
import { formattedNumber, texts } from '../../texts/index.ts';
import { Status } from './status.tsx';

/** The agents of the project, with what the space says of each. */
export const List = () => {
  const { agents, screens } = texts();
  const path = { project_id: project.value };
  const list = usePages((cursor, signal) =>
    artel().call('GET /my/projects/{project_id}/agents', { path, query: { cursor }, signal }),
  );
  const space = useResource((signal) => artel().call('GET /my/projects/{project_id}/space', { path, signal }));
  const figures = (key: string) => space.data.value?.agents.find((one) => one.key === key);
  const number = (value: number | undefined) => (value === undefined ? '…' : formattedNumber(value));
  return (
    <Page
      title={screens.agents}
      actions={
        <Button kind="main" onClick={() => go({ screen: 'agents', query: { view: 'new' } })}>
          {agents.create}
        </Button>
      }
    >
      <ProblemNote problem={space.problem.value} onRetry={() => void space.reload()} />
      <Listed from={list} empty={<Starter onMade={() => void Promise.all([list.reload(), space.reload()])} />}>
        {(items) => (
          <Table
            label={screens.agents}
            rows={items}
            keyOf={({ key }) => key}
            columns={[
              {
                title: agents.agent,
                cell: ({ name, config }) => (
                  <span>
                    <a href={href({ screen: 'agents', item: name })} dir="auto">
                      {config.display_name ?? name}
                    </a>{' '}
                    {config.display_name !== undefined && <code class="hint">{name}</code>}
                  </span>
                ),
              },
              { title: agents.state, cell: ({ status }) => <Status status={status} /> },
              { title: agents.running, isNumber: true, cell: ({ key }) => number(figures(key)?.running_tasks) },
              { title: agents.waiting, isNumber: true, cell: ({ key }) => number(figures(key)?.queued_tasks) },
              { title: agents.done, isNumber: true, cell: ({ key }) => number(figures(key)?.tasks_done) },
              { title: agents.failed, isNumber: true, cell: ({ key }) => number(figures(key)?.tasks_failed) },
              { title: agents.version, isNumber: true, cell: ({ version }) => formattedNumber(version) },
              { title: agents.changed, cell: ({ updated_at }) => <Time at={updated_at} /> },
            ]}
          />
        )}
      </Listed>
    </Page>
  );
};
