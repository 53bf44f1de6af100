import { useAction } from '../../../api/action.ts';
import { artel } from '../../../app/person/session.ts';
import { go, href } from '../../../app/place/route.ts';
import { project } from '../../../app/project/project.ts';
import { UNNAMED } from '../../../app/project/session-titles.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import type { Sessions as From } from './use-sessions.ts';

/** The chats of the project, the newest first, and a way to begin another. */
export const Sessions = ({ from, current }: { from: From; current: string | undefined }) => {
  const { chat } = texts();
  const opening = useAction(async () => {
    const made = await artel().call('POST /my/projects/{project_id}/chat/sessions', {
      path: { project_id: project.value },
      body: {},
    });
    go({ screen: 'chat', item: made.id });
    await from.pages.reload();
  });
  return (
    <section class="sessions" aria-label={chat.chats}>
      <Button kind="main" isBusy={opening.isBusy.value} onClick={() => void opening.run()}>
        {chat.newChat}
      </Button>
      <ProblemNote problem={opening.problem.value} />
      <Listed from={from.pages} empty={<Empty title={chat.noChats} />}>
        {(items) => (
          <ul class="list">
            {items.map(from.asHeard).map(({ id, title, updated_at, busy }) => (
              <li key={id}>
                <a href={href({ screen: 'chat', item: id })} aria-current={id === current ? 'page' : undefined}>
                  <span dir="auto">{title === UNNAMED ? chat.newChat : title}</span>
                </a>
                <p class="hint">
                  <Time at={updated_at} /> {busy && <span>· {texts().states.running}</span>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Listed>
    </section>
  );
};
