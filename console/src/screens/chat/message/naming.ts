import { useEffect, useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import type { Problem } from '../../../api/problem.ts';
import { artel } from '../../../app/person/session.ts';
import { inALine } from '../../../app/project/wishes.ts';
import type { Place } from '../conversation.ts';

type Naming = { callIt: (said: string) => void; problem: Problem | undefined };

/** Calls a chat by its first message. `onNamed` is there for a chat without a name, which may be known only after it was sent. */
export const useNaming = ({ session, project }: Place, onNamed: (() => void) | undefined): Naming => {
  const [first, setFirst] = useState<string>();
  const { run, problem } = useAction(async (said: string) => {
    await artel().call('PATCH /my/projects/{project_id}/chat/sessions/{session_id}', {
      path: { project_id: project, session_id: session },
      body: { title: inALine(said) },
    });
    onNamed?.();
  });
  useEffect(() => {
    if (first === undefined || !onNamed) return;
    setFirst(undefined);
    void run(first);
  }, [first, onNamed]);
  return { callIt: setFirst, problem: problem.value };
};
