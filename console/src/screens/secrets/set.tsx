import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { project } from '../../app/project/project.ts';
import { Dialog } from '../../design/dialog/dialog.tsx';
import { Button } from '../../design/form/button.tsx';
import { TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { filled, texts } from '../../texts/index.ts';

type Props = {
  /** Of the secret that gets a value; without it, the person names one. */
  name: string | undefined;
  onDone: () => void;
  onClose: () => void;
};

/** The value is in this dialog alone, hidden while it is typed, and gone with it. */
export const SetSecret = ({ name: given, onDone, onClose }: Props) => {
  const [name, setName] = useState(given ?? '');
  const [value, setValue] = useState('');
  const { secrets, common } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    await artel().call('POST /my/projects/{project_id}/secrets', {
      path: { project_id: project.value },
      body: { name: name.trim(), value },
    });
    notify(filled(secrets.stored, { name: name.trim() }));
    onDone();
  });
  const fields = problem.value?.fields ?? {};
  const title = given === undefined ? secrets.set : filled(secrets.setOne, { name: given });
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} problem={problem.value} onSubmit={() => void run()}>
        <p>{secrets.setMeans}</p>
        <TextField
          label={common.name}
          hint={secrets.nameHint}
          value={name}
          onInput={setName}
          error={fields.name}
          isDisabled={given !== undefined}
          autocomplete="off"
          maxLength={64}
          isRequired
        />
        <TextField
          label={secrets.value}
          hint={secrets.valueHint}
          type="password"
          value={value}
          onInput={setValue}
          error={fields.value}
          autocomplete="new-password"
          maxLength={8_192}
          isRequired
        />
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!name.trim() || !value}>
            {common.save}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
