import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { project } from '../../../app/project/project.ts';
import { fileName, NDJSON, saveFile } from '../../../design/file/save-file.ts';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import { exportedParts } from './export.ts';
import { ImportDialog } from './import-dialog.tsx';

type Props = {
  agent: string;
  onChanged: () => void;
  /** Not before it is known what there is. */
  onPrune: (() => void) | undefined;
};

/** The memory as a whole: out as a file, in from one, and pruned. */
export const Transfer = ({ agent, onChanged, onPrune }: Props) => {
  const [isImporting, setImporting] = useState(false);
  const { memory } = texts();
  const save = useAction(async () => {
    const parts: string[] = [];
    for await (const part of exportedParts({ project: project.value, agent })) parts.push(part);
    saveFile(`${fileName('memory', agent)}.ndjson`, new Blob(parts, { type: NDJSON }));
    notify(memory.exported);
  });
  return (
    <Section title={memory.whole}>
      <Actions>
        <Button isBusy={save.isBusy.value} onClick={() => void save.run()}>
          {memory.export}
        </Button>
        <Button onClick={() => setImporting(true)}>{memory.import}</Button>
        <Button isDisabled={!onPrune} onClick={onPrune}>
          {memory.prune}
        </Button>
      </Actions>
      <ProblemNote problem={save.problem.value} />
      {isImporting && <ImportDialog agent={agent} onDone={onChanged} onClose={() => setImporting(false)} />}
    </Section>
  );
};
