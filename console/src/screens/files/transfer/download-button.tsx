import { useAction } from '../../../api/action.ts';
import { readBytes } from '../../../app/person/bytes.ts';
import { saveFile } from '../../../design/file/save-file.ts';
import { Button } from '../../../design/form/button.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';

export type DownloadButtonProps = {
  /** Below the project: `archive`, `files/a.md`. */
  path: string;
  query: Record<string, string | number | undefined>;
  /** What the file is called. */
  name: string;
  label?: string;
};

export const DownloadButton = ({ path, query, name, label }: DownloadButtonProps) => {
  const { run, isBusy, problem } = useAction(async () => saveFile(name, await readBytes(path, { query })));
  return (
    <>
      <Button isBusy={isBusy.value} onClick={() => void run()}>
        {label ?? texts().common.download}
      </Button>
      <ProblemNote problem={problem.value} />
    </>
  );
};
