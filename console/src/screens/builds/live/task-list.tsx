import { Badge, type Tone } from '../../../design/show/badge.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { BuildTask } from '../api.ts';

const TONES: Record<BuildTask['state'], Tone> = {
  open: 'neutral',
  working: 'busy',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};

/** The tech lead's tasks, and how far each is. */
export const TaskList = ({ tasks }: { tasks: readonly BuildTask[] }) => {
  const t = texts().builds;
  if (tasks.length === 0) return <p class="hint">{t.noTasks}</p>;
  return (
    <ul class="list">
      {tasks.map(({ id, title, depends_on, state }) => (
        <li key={id}>
          <Badge tone={TONES[state]}>{t.taskStates[state]}</Badge> <span dir="auto">{title}</span>
          {depends_on.length > 0 && <p class="hint">{filled(t.dependsOn, { tasks: depends_on.join(', ') })}</p>}
        </li>
      ))}
    </ul>
  );
};
