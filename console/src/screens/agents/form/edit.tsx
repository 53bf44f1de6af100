import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { useResource } from '../../../api/resource.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { go, href } from '../../../app/place/route.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import { project } from '../../../app/project/project.ts';
import { Button } from '../../../design/form/button.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Page } from '../../../design/layout/page.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { Agent } from '../status.tsx';
import { configOf, isSame } from './config.ts';
import { draftOf } from './draft.ts';
import { Fields } from './fields.tsx';
import { explained } from './refused.ts';

export const Edit = ({ name }: { name: string }) => {
  const found = useResource((signal) =>
    artel().call('GET /my/projects/{project_id}/agents/{agent}', {
      path: { project_id: project.value, agent: name },
      signal,
    }),
  );
  const title = filled(texts().agents.editTitle, { name: found.data.value?.config.display_name ?? name });
  return (
    <Page title={title} back={{ href: href({ screen: 'agents', item: name }), label: name }}>
      <Loaded from={found}>{(agent) => <EditForm agent={agent} title={title} />}</Loaded>
    </Page>
  );
};

/** Saving makes a new version; work that was accepted before is done by the former one. */
const EditForm = ({ agent, title }: { agent: Agent; title: string }) => {
  const { agents, common } = texts();
  const [before] = useState(() => draftOf(agent.config));
  const [draft, setDraft] = useState(before);
  const isChanged = !isSame(draft, before);
  const saved = useUnsaved(isChanged);
  const { run, isBusy, problem } = useAction(async () => {
    const { version } = await artel().call('PUT /my/projects/{project_id}/agents/{agent}', {
      path: { project_id: project.value, agent: agent.name },
      body: configOf(draft),
    });
    saved();
    notify(filled(agents.savedAs, { version }));
    go({ screen: 'agents', item: agent.name }, { replace: true });
  });
  return (
    <Form label={title} problem={explained(problem.value)} onSubmit={() => void run()}>
      <Fields draft={draft} onChange={setDraft} errors={problem.value?.fields ?? {}} />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!isChanged || !draft.prompt}>
          {agents.saveVersion}
        </Button>
        <Button onClick={() => go({ screen: 'agents', item: agent.name })}>{common.cancel}</Button>
      </Actions>
    </Form>
  );
};
