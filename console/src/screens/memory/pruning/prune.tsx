import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { everyPage } from '../../../api/all.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import { Dialog } from '../../../design/dialog/dialog.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Select, TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { counted, filled, formattedNumber, texts } from '../../../texts/index.ts';
import type { MemoryFigures } from '../shown/figures.tsx';
import { type Preview, previewOf, pruningOf, type Way } from './preview.ts';

type Props = { agent: string; figures: MemoryFigures; onDone: () => void; onClose: () => void };

/** Makes room: first it is shown what would go, then it goes. */
export const Prune = ({ agent, figures, onDone, onClose }: Props) => {
  const [way, setWay] = useState<Way>('max_vectors');
  const [value, setValue] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const { memory, common } = texts();
  const hints: Partial<Record<Way, string>> = memory.pruneHints;
  const path = { project_id: project.value, agent };
  const pruning = pruningOf(way, value);
  const look = useAction(async () => {
    if (!pruning) return;
    const memories =
      pruning.max_vectors === undefined
        ? await everyPage((cursor) =>
            artel().call('GET /my/projects/{project_id}/agents/{agent}/context', {
              path,
              query: { cursor, limit: 100, history: 'true' },
            }),
          )
        : [];
    setPreview(previewOf(pruning, { ...figures, memories }, Date.now()));
  });
  const prune = useAction(async () => {
    if (!pruning) return;
    const { deleted } = await artel().call('POST /my/projects/{project_id}/agents/{agent}/context/prune', {
      path,
      body: pruning,
    });
    notify(counted(deleted, memory.forgotten));
    onDone();
    onClose();
  });
  // A preview is of what is filled in, and of nothing else.
  const change = (set: () => void) => {
    set();
    setPreview(undefined);
  };
  return (
    <Dialog title={memory.prune} onClose={onClose}>
      <Form
        label={memory.prune}
        problem={look.problem.value ?? prune.problem.value}
        onSubmit={() => void (preview ? prune.run() : look.run())}
      >
        <p>{memory.pruneMeans}</p>
        <Select
          label={memory.pruneWay}
          options={Object.entries(memory.pruneWays).map(([name, label]) => ({ value: name, label }))}
          value={way}
          onInput={(chosen) =>
            change(() => {
              setWay(chosen as Way);
              setValue('');
            })
          }
        />
        <TextField
          label={memory.pruneValues[way]}
          hint={hints[way]}
          type={way === 'before' ? 'date' : 'number'}
          min={way === 'before' ? undefined : 0}
          step={way === 'min_worth' ? 0.01 : 1}
          value={value}
          onInput={(typed) => change(() => setValue(typed))}
          isRequired
        />
        <p role="status">
          {preview &&
            filled(memory.previews[preview.sureness], {
              goes: formattedNumber(preview.goes),
              stays: formattedNumber(preview.stays),
            })}
        </p>
        <Actions>
          {preview ? (
            <Button kind="danger" type="submit" isBusy={prune.isBusy.value} isDisabled={preview.goes === 0}>
              {memory.pruneNow}
            </Button>
          ) : (
            <Button kind="main" type="submit" isBusy={look.isBusy.value} isDisabled={!pruning}>
              {memory.preview}
            </Button>
          )}
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
