import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { go } from '../../app/place/route.ts';
import { loadProjects } from '../../app/project/project.ts';
import { Dialog } from '../../design/dialog/dialog.tsx';
import { Button } from '../../design/form/button.tsx';
import { TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { filled, texts } from '../../texts/index.ts';

/** A new project is shown at once, and is the one that is worked in. */
export const Create = ({ onClose }: { onClose: () => void }) => {
  const [name, setName] = useState('');
  const { projects, common } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const made = await artel().call('POST /my/projects', { body: { name: name.trim() } });
    notify(filled(projects.made, { name: made.name }));
    await loadProjects();
    go({ screen: 'projects', item: made.id, query: { project: made.id } });
  });
  return (
    <Dialog title={projects.create} onClose={onClose}>
      <Form label={projects.create} problem={problem.value} onSubmit={() => void run()}>
        <TextField
          label={common.name}
          value={name}
          onInput={setName}
          error={problem.value?.fields.name}
          maxLength={100}
          autocomplete="off"
          isRequired
        />
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!name.trim()}>
            {common.create}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
