import { refine } from '../../app/place/route.ts';
import { Button } from '../../design/form/button.tsx';
import { Badge } from '../../design/show/badge.tsx';
import { filled, texts } from '../../texts/index.ts';
import { readingOrder } from './state/order.ts';
import type { PlanTask } from './state/plan.ts';
import { keyOf } from './state/task-key.ts';
import { TaskState } from './task-state.tsx';
import { tookOf } from './took.ts';

export type TaskListProps = {
  tasks: readonly PlanTask[];
  criticalPath: readonly string[];
  selected: number | undefined;
};

/** The same graph as a list, in an order in which each task comes after all it waits for. */
export const TaskList = ({ tasks, criticalPath, selected }: TaskListProps) => {
  const { plans } = texts();
  const critical = new Set(criticalPath);
  const lines = readingOrder(tasks).flatMap((index) => {
    const task = tasks[index];
    return task ? [{ task, index }] : [];
  });
  return (
    <ol class="list task-list" aria-label={plans.list}>
      {lines.map(({ task, index }) => (
        <li key={`${task.round} ${task.id}`}>
          <div class="task-line">
            <Button kind="quiet" isPressed={index === selected} onClick={() => refine({ task: keyOf(task) })}>
              <strong dir="auto">{task.id}</strong>
            </Button>
            <TaskState state={task.state} isReplaced={task.replaced} />
            {critical.has(task.id) && !task.replaced && <Badge tone="attention">{plans.onCriticalPath}</Badge>}
            <span class="hint" dir="auto">
              {task.agent}
            </span>
            {tookOf(task) && <span class="hint">{tookOf(task)}</span>}
          </div>
          <p class="task-about" dir="auto">
            {task.description}
          </p>
          <p class="hint" dir="auto">
            {task.depends_on.length > 0
              ? filled(plans.after, { tasks: task.depends_on.join(', ') })
              : plans.beginsAtOnce}
          </p>
        </li>
      ))}
    </ol>
  );
};
