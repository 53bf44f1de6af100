import { useState } from 'preact/hooks';
import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Badge } from '../../design/show/badge.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { Table } from '../../design/show/table.tsx';
import { texts } from '../../texts/index.ts';
import { Create } from './create.tsx';
import { isOpen } from './project.tsx';

/** The person's projects, with the way into each. */
export const List = () => {
  const [isCreating, setCreating] = useState(false);
  const { projects: words, screens, common } = texts();
  const list = usePages((cursor, signal) => artel().call('GET /my/projects', { query: { cursor }, signal }));
  return (
    <Page
      title={screens.projects}
      actions={
        <Button kind="main" onClick={() => setCreating(true)}>
          {words.create}
        </Button>
      }
    >
      <Listed from={list} empty={<Empty title={words.none} />}>
        {(items) => (
          <Table
            label={screens.projects}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                title: common.name,
                cell: (one) => (
                  <span>
                    <a href={href({ screen: 'projects', item: one.id })} dir="auto">
                      {one.name}
                    </a>{' '}
                    {one.is_default && <Badge>{words.isDefault}</Badge>}{' '}
                    {isOpen(one) && <Badge tone="good">{words.isOpen}</Badge>}
                  </span>
                ),
              },
              { title: words.created, cell: ({ created_at }) => <Time at={created_at} /> },
              { title: words.changed, cell: ({ updated_at }) => <Time at={updated_at} /> },
              {
                title: words.goThere,
                cell: ({ id, is_default }) => (
                  <span>
                    <a href={href({ screen: 'chat', query: { project: is_default ? undefined : id } })}>
                      {words.openChat}
                    </a>
                  </span>
                ),
              },
            ]}
          />
        )}
      </Listed>
      {isCreating && <Create onClose={() => setCreating(false)} />}
    </Page>
  );
};
