import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { project } from '../../app/project/project.ts';
import { Dialog } from '../../design/dialog/dialog.tsx';
import { Button } from '../../design/form/button.tsx';
import { Checkbox, TextArea, TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';

type Props = { agent: string; onAdded: () => void; onClose: () => void };

/** Something the agent shall know, in the person's own words. */
export const Add = ({ agent, onAdded, onClose }: Props) => {
  const [text, setText] = useState('');
  const [subject, setSubject] = useState('');
  const [pinned, setPinned] = useState(false);
  const { memory, common } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const about = subject.trim();
    await artel().call('POST /my/projects/{project_id}/agents/{agent}/context', {
      path: { project_id: project.value, agent },
      body: { text, pinned, ...(about && { subject: about }) },
    });
    notify(memory.added);
    onAdded();
    onClose();
  });
  const fields = problem.value?.fields ?? {};
  return (
    <Dialog title={memory.add} onClose={onClose} isChanged={text.trim() !== ''}>
      <Form label={memory.add} problem={problem.value} onSubmit={() => void run()}>
        <TextArea
          label={memory.text}
          value={text}
          onInput={setText}
          error={fields.text}
          maxLength={32_768}
          rows={5}
          isRequired
        />
        <TextField
          label={memory.subject}
          hint={memory.subjectHint}
          value={subject}
          onInput={setSubject}
          error={fields.subject}
          maxLength={200}
        />
        <Checkbox label={memory.pinIt} hint={memory.pinHint} isChecked={pinned} onChange={setPinned} />
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!text.trim()}>
            {memory.add}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
