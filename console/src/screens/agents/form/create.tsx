import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { go, href } from '../../../app/place/route.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import { project } from '../../../app/project/project.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Page } from '../../../design/layout/page.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { configOf, isSame } from './config.ts';
import { EMPTY } from './draft.ts';
import { Fields } from './fields.tsx';
import { explained } from './refused.ts';

export const Create = () => {
  const { agents, common, screens } = texts();
  const [name, setName] = useState('');
  const [draft, setDraft] = useState(EMPTY);
  const saved = useUnsaved(name !== '' || !isSame(draft, EMPTY));
  const { run, isBusy, problem } = useAction(async () => {
    const made = await artel().call('POST /my/projects/{project_id}/agents', {
      path: { project_id: project.value },
      body: { name: name.trim(), ...configOf(draft) },
    });
    saved();
    notify(filled(agents.made, { name: made.name }));
    go({ screen: 'agents', item: made.name }, { replace: true });
  });
  return (
    <Page title={agents.create} back={{ href: href({ screen: 'agents' }), label: screens.agents }}>
      <Form label={agents.create} problem={explained(problem.value)} onSubmit={() => void run()}>
        <TextField
          label={agents.name}
          hint={agents.nameHint}
          value={name}
          onInput={setName}
          error={problem.value?.fields.name}
          autocomplete="off"
          maxLength={32}
          isRequired
        />
        <Fields draft={draft} onChange={setDraft} errors={problem.value?.fields ?? {}} />
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!name.trim() || !draft.prompt}>
            {common.create}
          </Button>
          <Button onClick={() => go({ screen: 'agents' })}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Page>
  );
};
