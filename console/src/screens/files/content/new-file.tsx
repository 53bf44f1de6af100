import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { go } from '../../../app/place/route.ts';
import { Dialog } from '../../../design/dialog/dialog.tsx';
import { Button } from '../../../design/form/button.tsx';
import { TextArea, TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { filled, texts } from '../../../texts/index.ts';
import { commitEdit, type FileEntry } from '../api.ts';

export type NewFileProps = { files: readonly FileEntry[]; version: number; onMade: () => void; onClose: () => void };

export const NewFile = ({ files, version, onMade, onClose }: NewFileProps) => {
  const [path, setPath] = useState('');
  const [content, setContent] = useState('');
  const { common, files: t } = texts();
  const wanted = path.trim();
  const isThere = files.some((one) => one.path === wanted);
  const { run, isBusy, problem } = useAction(async () => {
    const reason = filled(t.reasonNew, { path: wanted }).slice(0, 500);
    const made = await commitEdit({ changes: [{ path: wanted, content, encoding: 'utf-8' }], base: version, reason });
    notify(filled(t.savedAs, { version: made.version }));
    onClose();
    go({ screen: 'files', query: { path: wanted } });
    onMade();
  });
  return (
    <Dialog title={t.newFile} onClose={onClose} isWide isChanged={content !== ''}>
      <Form problem={problem.value} onSubmit={() => wanted !== '' && !isThere && void run()}>
        <TextField
          label={t.path}
          hint={t.pathHint}
          error={isThere ? t.pathTaken : undefined}
          value={path}
          onInput={setPath}
          maxLength={512}
          autocomplete="off"
          isRequired
        />
        <TextArea label={t.text} isCode rows={12} value={content} onInput={setContent} />
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={wanted === '' || isThere}>
            {common.create}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
