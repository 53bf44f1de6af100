import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { go } from '../../../app/place/route.ts';
import { project } from '../../../app/project/project.ts';
import { Confirm } from '../../../design/dialog/confirm.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { Agent } from '../status.tsx';

type Props = { agent: Agent; onChanged: (agent: Agent) => void };

/** What can be done with an agent as a whole. */
export const Acts = ({ agent, onChanged }: Props) => {
  const [isDeleting, setDeleting] = useState(false);
  const { agents } = texts();
  const path = { project_id: project.value, agent: agent.name };
  const isDraining = agent.status === 'draining';
  const reload = useAction(async () => {
    onChanged(await artel().call('POST /my/projects/{project_id}/agents/{agent}/reload', { path }));
    notify(agents.reloaded);
  });
  const toggle = useAction(async () => {
    if (isDraining) {
      onChanged(await artel().call('POST /my/projects/{project_id}/agents/{agent}/register', { path }));
      notify(agents.takesWork);
    } else {
      onChanged(await artel().call('POST /my/projects/{project_id}/agents/{agent}/deregister', { path }));
      notify(agents.takesNoWork);
    }
  });
  const remove = useAction(async () => {
    await artel().call('DELETE /my/projects/{project_id}/agents/{agent}', { path });
    notify(filled(agents.deleted, { name: agent.name }));
    go({ screen: 'agents' }, { replace: true });
  });
  return (
    <Section title={agents.acts}>
      <p class="hint">{isDraining ? agents.registerHint : agents.deregisterHint}</p>
      <Actions>
        <Button isBusy={toggle.isBusy.value} onClick={() => void toggle.run()}>
          {isDraining ? agents.register : agents.deregister}
        </Button>
        <Button isBusy={reload.isBusy.value} onClick={() => void reload.run()}>
          {agents.reload}
        </Button>
        <Button kind="danger" onClick={() => setDeleting(true)}>
          {agents.delete}
        </Button>
      </Actions>
      <ProblemNote problem={toggle.problem.value ?? reload.problem.value} />
      {isDeleting && (
        <Confirm
          title={agents.delete}
          text={agents.deleteMeans}
          action={agents.delete}
          typed={agent.name}
          isBusy={remove.isBusy.value}
          problem={remove.problem.value}
          onConfirm={() => void remove.run()}
          onClose={() => setDeleting(false)}
        />
      )}
    </Section>
  );
};
