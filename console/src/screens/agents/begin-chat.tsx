import { useAction } from '../../api/action.ts';
import { artel } from '../../app/person/session.ts';
import { go } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { Button } from '../../design/form/button.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { texts } from '../../texts/index.ts';

/** A new chat, whose first message goes to this agent. */
export const BeginChat = ({ agent }: { agent: string }) => {
  const beginning = useAction(async () => {
    const path = { project_id: project.value };
    const made = await artel().call('POST /my/projects/{project_id}/chat/sessions', { path, body: {} });
    go({ screen: 'chat', item: made.id, query: { to: agent } });
  });
  return (
    <>
      <Button isBusy={beginning.isBusy.value} onClick={() => void beginning.run()}>
        {texts().chat.newChat}
      </Button>
      <ProblemNote problem={beginning.problem.value} />
    </>
  );
};
