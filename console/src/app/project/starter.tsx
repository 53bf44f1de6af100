import { useAction } from '../../api/action.ts';
import { Button } from '../../design/form/button.tsx';
import { Actions } from '../../design/form/form.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { counted, texts } from '../../texts/index.ts';
import { notify } from '../frame/notices.ts';
import { artel } from '../person/session.ts';
import { go } from '../place/route.ts';
import { project } from './project.ts';

/** A project without agents can have a team at once. */
export const Starter = ({ onMade }: { onMade: () => void }) => {
  const { agents } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const { items } = await artel().call('POST /my/projects/{project_id}/agents/templates', {
      path: { project_id: project.value },
    });
    notify(counted(items.length, agents.starterMade));
    onMade();
  });
  return (
    <Empty title={agents.none}>
      <p>{agents.noneHint}</p>
      <Actions>
        <Button kind="main" isBusy={isBusy.value} onClick={() => void run()}>
          {agents.starter}
        </Button>
        <Button onClick={() => go({ screen: 'agents', query: { view: 'new' } })}>{agents.create}</Button>
      </Actions>
      <ProblemNote problem={problem.value} />
    </Empty>
  );
};
