import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { go } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { Confirm } from '../../design/dialog/confirm.tsx';
import { Dialog } from '../../design/dialog/dialog.tsx';
import { Button } from '../../design/form/button.tsx';
import { Checkbox, TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { filled, texts } from '../../texts/index.ts';

type Props = { session: string; title: string; onChange: () => void };

const Rename = ({ session, title, onChange, onClose }: Props & { onClose: () => void }) => {
  const [name, setName] = useState(title);
  const { chat, common } = texts();
  const saving = useAction(async () => {
    const path = { project_id: project.value, session_id: session };
    await artel().call('PATCH /my/projects/{project_id}/chat/sessions/{session_id}', {
      path,
      body: { title: name.trim() },
    });
    onChange();
    onClose();
  });
  return (
    <Dialog title={chat.rename} onClose={onClose}>
      <Form problem={saving.problem.value} onSubmit={() => void saving.run()}>
        <TextField
          label={common.name}
          value={name}
          onInput={setName}
          error={saving.problem.value?.fields.title}
          maxLength={200}
        />
        <Actions>
          <Button kind="main" type="submit" isBusy={saving.isBusy.value} isDisabled={!name.trim()}>
            {common.save}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};

const Remove = ({ session, title, onChange, onClose }: Props & { onClose: () => void }) => {
  const [keeps, setKeeps] = useState(true);
  const { chat, common } = texts();
  const removing = useAction(async () => {
    const path = { project_id: project.value, session_id: session };
    const query = { keep_memories: keeps ? 'true' : 'false' } as const;
    await artel().call('DELETE /my/projects/{project_id}/chat/sessions/{session_id}', { path, query });
    notify(chat.removed);
    go({ screen: 'chat' }, { replace: true });
    onChange();
  });
  return (
    <Confirm
      title={chat.remove}
      text={filled(chat.removeText, { title })}
      action={common.delete}
      isBusy={removing.isBusy.value}
      problem={removing.problem.value}
      onConfirm={() => void removing.run()}
      onClose={onClose}
    >
      <Checkbox label={chat.keepMemories} isChecked={keeps} onChange={setKeeps} />
    </Confirm>
  );
};

/** What can be done to a chat as a whole. */
export const Manage = (props: Props) => {
  const [open, setOpen] = useState<'rename' | 'remove'>();
  const { chat } = texts();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Button onClick={() => setOpen('rename')}>{chat.rename}</Button>
      <Button onClick={() => setOpen('remove')}>{chat.remove}</Button>
      {open === 'rename' && <Rename {...props} onClose={close} />}
      {open === 'remove' && <Remove {...props} onClose={close} />}
    </>
  );
};
