import type { NamedTask } from '../../../../../shared/graphs/index.ts';
import { Busy } from '../../../design/show/busy.tsx';
import { texts } from '../../../texts/index.ts';
import type { BoxTask } from './box.tsx';
import { Picture } from './picture.tsx';
import { useDrawn } from './steps.ts';

export type GraphTask = BoxTask & NamedTask;

export type GraphProps = {
  label: string;
  tasks: readonly GraphTask[];
  criticalPath: readonly string[];
  selected: number | undefined;
  /** Indexes of tasks that have faults. */
  wrong?: ReadonlySet<number>;
  onSelect: (index: number) => void;
};

const NONE: ReadonlySet<number> = new Set();

/** Tasks as boxes in columns, each after all it waits for. It scrolls in its own frame, with the keyboard too. */
export const Graph = ({ label, tasks, criticalPath, selected, wrong = NONE, onSelect }: GraphProps) => {
  const drawn = useDrawn(tasks, criticalPath);
  return (
    <section class="graph" aria-label={label}>
      <div class="graph-frame">
        {drawn ? (
          <Picture drawn={drawn} tasks={tasks} selected={selected} wrong={wrong} onSelect={onSelect} />
        ) : (
          <Busy />
        )}
      </div>
      <p class="hint">{texts().plans.graphHint}</p>
    </section>
  );
};
