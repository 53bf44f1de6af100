import { useState } from 'preact/hooks';
import { everyPage } from '../../api/all.ts';
import { usePages } from '../../api/pages.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { project } from '../../app/project/project.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Button } from '../../design/form/button.tsx';
import { Page, Section } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Listed } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { texts } from '../../texts/index.ts';
import { Delete } from './delete.tsx';
import { Needed } from './needed.tsx';
import { needsOf } from './needs.ts';
import { SetSecret } from './set.tsx';
import { SecretTable } from './table.tsx';

/** `set`: with a name, that of a secret which is replaced or missing. */
type Open = { dialog: 'set'; name?: string } | { dialog: 'delete'; name: string };

/** The secrets of the project: their names and what needs them. Their values are nowhere to be seen. */
export const Screen: ScreenType = () => {
  const [open, setOpen] = useState<Open>();
  const { secrets, screens } = texts();
  const path = { project_id: project.value };
  const list = usePages((cursor, signal) =>
    artel().call('GET /my/projects/{project_id}/secrets', { path, query: { cursor, limit: 100 }, signal }),
  );
  const agents = useResource((signal) =>
    everyPage((cursor) =>
      artel().call('GET /my/projects/{project_id}/agents', { path, query: { cursor, limit: 100 }, signal }),
    ),
  );
  // Not known until the agents are: that nobody needs a secret is only said of all of them.
  const needs = agents.data.value && needsOf(agents.data.value);
  const close = () => setOpen(undefined);
  const changed = () => {
    close();
    void list.reload();
  };
  return (
    <Page
      title={screens.secrets}
      actions={
        <Button kind="main" onClick={() => setOpen({ dialog: 'set' })}>
          {secrets.set}
        </Button>
      }
    >
      <p class="lead">{secrets.lead}</p>
      <ProblemNote problem={agents.problem.value} onRetry={() => void agents.reload()} />
      {needs && list.items.value && !list.hasMore.value && (
        <Needed
          needs={needs}
          names={list.items.value.map(({ name }) => name)}
          onSet={(name) => setOpen({ dialog: 'set', name })}
        />
      )}
      <Section title={secrets.all}>
        <Listed
          from={list}
          empty={
            <Empty title={secrets.none}>
              <p>{secrets.noneHint}</p>
            </Empty>
          }
        >
          {(items) => (
            <SecretTable
              items={items}
              needs={needs}
              onReplace={(name) => setOpen({ dialog: 'set', name })}
              onDelete={(name) => setOpen({ dialog: 'delete', name })}
            />
          )}
        </Listed>
      </Section>
      {open?.dialog === 'set' && <SetSecret name={open.name} onDone={changed} onClose={close} />}
      {open?.dialog === 'delete' && (
        <Delete name={open.name} usedBy={needs && (needs.get(open.name) ?? [])} onDone={changed} onClose={close} />
      )}
    </Page>
  );
};
