import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { project } from '../../../app/project/project.ts';
import { Dialog } from '../../../design/dialog/dialog.tsx';
import { FileField } from '../../../design/file/file-field.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { counted, filled, texts } from '../../../texts/index.ts';
import { importMemories, type Progress } from './import.ts';

type Props = { agent: string; onDone: () => void; onClose: () => void };

export const ImportDialog = ({ agent, onDone, onClose }: Props) => {
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState<Progress>();
  const { memory, common } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    if (!file) return;
    try {
      const imported = await importMemories({ project: project.value, agent }, await file.text(), setProgress);
      notify(counted(imported, memory.imported));
      onClose();
    } finally {
      // What came before a part that was refused is there.
      onDone();
    }
  });
  return (
    <Dialog title={memory.import} onClose={onClose}>
      <Form label={memory.import} problem={problem.value} onSubmit={() => void run()}>
        <p>{memory.importMeans}</p>
        <FileField label={memory.file} accept=".ndjson,.jsonl,application/x-ndjson" onChoose={setFile} />
        <p role="status">
          {progress && progress.of > 1 && filled(memory.importing, { done: progress.done + 1, of: progress.of })}
        </p>
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!file}>
            {memory.import}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
