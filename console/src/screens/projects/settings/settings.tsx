import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { useResource } from '../../../api/resource.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import { Button } from '../../../design/form/button.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { texts } from '../../../texts/index.ts';
import { type Config, configOf, draftOf, isSame } from './draft.ts';
import { Fields } from './fields.tsx';

/** How messages of the project become plans, and what a plan may do unasked. */
export const Settings = ({ id }: { id: string }) => {
  const found = useResource((signal) =>
    artel().call('GET /my/projects/{project_id}/orchestrator/config', { path: { project_id: id }, signal }),
  );
  return <Loaded from={found}>{(config) => <SettingsForm id={id} config={config} onSaved={found.set} />}</Loaded>;
};

type Props = { id: string; config: Config; onSaved: (config: Config) => void };

const SettingsForm = ({ id, config, onSaved }: Props) => {
  const { projects, common } = texts();
  const [draft, setDraft] = useState(() => draftOf(config));
  const isChanged = !isSame(draft, draftOf(config));
  useUnsaved(isChanged);
  const { run, isBusy, problem } = useAction(async () => {
    const saved = await artel().call('PUT /my/projects/{project_id}/orchestrator/config', {
      path: { project_id: id },
      body: configOf(draft),
    });
    onSaved(saved);
    // As the API has them now, with its defaults where nothing was typed.
    setDraft(draftOf(saved));
    notify(common.saved);
  });
  const said = problem.value;
  const needsPerson = said?.code === 'approvals_scope_required';
  return (
    <Form
      label={projects.settings}
      problem={needsPerson ? { ...said, code: '', detail: projects.needsPerson } : said}
      onSubmit={() => void run()}
    >
      <p class="lead">{projects.settingsLead}</p>
      <Fields draft={draft} set={(change) => setDraft({ ...draft, ...change })} errors={said?.fields ?? {}} />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!isChanged}>
          {common.save}
        </Button>
        {isChanged && <Button onClick={() => setDraft(draftOf(config))}>{common.cancel}</Button>}
      </Actions>
    </Form>
  );
};
