import type { Problem } from '../../../api/problem.ts';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Code } from '../../../design/show/code.tsx';
import { texts } from '../../../texts/index.ts';

/** Somebody else changed the same lines: the API then names the files, with both sides. */
export const isConflict = (problem: Problem | undefined): problem is Problem =>
  problem?.status === 409 && Object.keys(problem.fields).length > 0;

export type ConflictProps = { problem: Problem; isBusy: boolean; onOver: () => void; onTheirs: () => void };

/** Both sides, and the two ways on. What was typed stays until the person chooses. */
export const Conflict = ({ problem, isBusy, onOver, onTheirs }: ConflictProps) => {
  const t = texts().files;
  return (
    <div class="problem file-conflict" role="alert">
      <p>{t.conflict}</p>
      {Object.entries(problem.fields).map(([path, sides]) => (
        <Code key={path} label={path} text={sides} />
      ))}
      <Actions>
        <Button kind="danger" isBusy={isBusy} onClick={onOver}>
          {t.saveOver}
        </Button>
        <Button onClick={onTheirs}>{t.takeTheirs}</Button>
      </Actions>
    </div>
  );
};
