import { useMemo, useState } from 'preact/hooks';
import type { Action } from '../../../api/action.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import type { Approval, Verdict } from '../../../app/project/decide.ts';
import { Button } from '../../../design/form/button.tsx';
import { Select } from '../../../design/form/field.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import { Graph } from '../graph/graph.tsx';
import type { Plan } from '../state/plan.ts';
import {
  addTask,
  changeTask,
  type Draft,
  draftOf,
  isSameDraft,
  keptIn,
  removeTask,
  toggleDependency,
} from './draft.ts';
import { FaultList } from './fault-list.tsx';
import { faultsOf, inCycles, type Rules } from './faults.ts';
import { TaskForm } from './task-form.tsx';
import { useKnown } from './use-rules.ts';

export type EditorProps = {
  plan: Plan;
  approval: Approval;
  decision: Action<[Verdict], unknown>;
  onClose: () => void;
};

const MAX_TASKS = 200;

/** A plan before it begins, to be changed: the graph follows each change, and says at once what makes it invalid. */
export const Editor = ({ plan, approval, decision, onClose }: EditorProps) => {
  const { plans, common } = texts();
  const original = useMemo(() => draftOf(plan, approval.payload.tasks), [approval.id]);
  const [draft, setDraft] = useState<Draft>(original);
  const [selected, setSelected] = useState(0);
  const known = useKnown().data.value;
  const kept = useMemo(() => keptIn(plan), [approval.id]);
  const rules: Rules = {
    agents: known && new Set(known.agents),
    maxTasks: known?.maxTasks ?? MAX_TASKS,
    kept: new Set(kept.map(({ id }) => id)),
  };
  const faults = faultsOf(draft, rules);
  const isChanged = !isSameDraft(draft, original);
  useUnsaved(isChanged);
  const round = plan.round + 1;
  const tasks = useMemo(
    () => [...kept, ...draft.map((task) => ({ ...task, state: 'blocked' as const, round, replaced: false }))],
    [draft, kept, round],
  );
  const wrong = new Set(
    [...faults.flatMap(({ index }) => index ?? []), ...inCycles(draft)].map((at) => at + kept.length),
  );
  const task = draft[selected];
  const others = [...kept, ...draft.filter((_, at) => at !== selected)].map(({ id }) => id);
  const send = async (): Promise<void> => {
    const body: Verdict = { decision: 'edit', arguments: { tasks: draft } };
    if ((await decision.run(body)) !== undefined) onClose();
  };
  return (
    <Section title={plans.editTitle}>
      <p class="hint">{plans.editHint}</p>
      <div class="plan-editor">
        <Graph
          label={plans.graph}
          tasks={tasks}
          criticalPath={[]}
          selected={selected + kept.length}
          wrong={wrong}
          onSelect={(index) => index >= kept.length && setSelected(index - kept.length)}
        />
        <div class="plan-side">
          <Select
            label={plans.taskToChange}
            value={String(selected)}
            options={draft.map(({ id }, index) => ({ value: String(index), label: id || plans.unnamed }))}
            onInput={(value) => setSelected(Number(value))}
          />
          {task && (
            <TaskForm
              task={task}
              agents={known?.agents ?? []}
              others={[...new Set(others)]}
              faults={faults.filter(({ index }) => index === selected)}
              onChange={(change) => setDraft((now) => changeTask(now, selected, change))}
              onToggle={(on) => setDraft((now) => toggleDependency(now, selected, on))}
              onRemove={() => {
                setDraft((now) => removeTask(now, selected));
                setSelected(Math.max(0, selected - 1));
              }}
            />
          )}
          <Actions>
            <Button
              onClick={() => {
                setDraft(
                  addTask(
                    draft,
                    task?.agent ?? known?.agents[0] ?? '',
                    kept.map(({ id }) => id),
                  ),
                );
                setSelected(draft.length);
              }}
            >
              {plans.addTask}
            </Button>
          </Actions>
        </div>
        <div class="plan-send">
          <FaultList faults={faults} draft={draft} onSelect={setSelected} />
          <ProblemNote problem={decision.problem.value} />
          <Actions>
            <Button
              kind="main"
              isBusy={decision.isBusy.value}
              isDisabled={faults.length > 0 || !isChanged}
              onClick={() => void send()}
            >
              {plans.approveChanged}
            </Button>
            <Button isDisabled={!isChanged} onClick={() => setDraft(original)}>
              {plans.undoAll}
            </Button>
            <Button onClick={() => (!isChanged || confirm(common.unsavedHere)) && onClose()}>{common.cancel}</Button>
          </Actions>
        </div>
      </div>
    </Section>
  );
};
