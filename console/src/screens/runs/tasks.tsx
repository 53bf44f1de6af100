import { href } from '../../app/place/route.ts';
import { Badge, State } from '../../design/show/badge.tsx';
import { Table } from '../../design/show/table.tsx';
import { filled, texts } from '../../texts/index.ts';
import type { Run } from './timeline/stretches.ts';

/** The tasks of a run: one of a direct run, many of a plan, and those that agents gave each other. */
export const TaskTable = ({ tasks, agents }: { tasks: Run['tasks']; agents: ReadonlyMap<string, string> }) => {
  const { runs, plans } = texts();
  // The id of one without a name says nothing to a person; it is there for whoever asks the API about it.
  const nameOf = (task: Run['tasks'][number]) => (
    <span dir="auto" title={task.id}>
      {task.plan_task ?? filled(plans.taskNamed, { id: tasks.indexOf(task) + 1 })}
    </span>
  );
  return (
    <Table
      label={runs.tasks}
      rows={tasks}
      keyOf={({ id }) => id}
      columns={[
        { title: runs.task, cell: nameOf },
        {
          title: plans.agent,
          cell: ({ agent_key }) => (
            <a href={href({ screen: 'agents', item: agents.get(agent_key) ?? agent_key })} dir="auto">
              {agents.get(agent_key) ?? agent_key}
            </a>
          ),
        },
        {
          title: runs.state,
          cell: ({ state }) =>
            plans.taskStates[state] ? <Badge>{plans.taskStates[state]}</Badge> : <State state={state} />,
        },
        { title: runs.attempts, isNumber: true, cell: ({ attempts }) => attempts },
      ]}
    />
  );
};
