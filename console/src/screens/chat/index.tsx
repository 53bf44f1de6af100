import { usePages } from '../../api/pages.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { UNNAMED } from '../../app/project/session-titles.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { texts } from '../../texts/index.ts';
import { Manage } from './manage.tsx';
import { Sessions } from './sessions.tsx';
import { Talk } from './talk.tsx';

export const Screen: ScreenType = ({ place }) => {
  const { chat, screens } = texts();
  const at = project.value;
  const sessions = usePages(
    (cursor, signal) =>
      artel().call('GET /my/projects/{project_id}/chat/sessions', {
        path: { project_id: at },
        query: { limit: 30, ...(cursor !== undefined && { cursor }) },
        signal,
      }),
    [at],
  );
  const { item } = place;
  const known = sessions.items.value?.find(({ id }) => id === item)?.title;
  const title = known === UNNAMED ? chat.newChat : (known ?? screens.chat);
  return (
    <Page
      title={item ? title : screens.chat}
      back={item ? { href: href({ screen: 'chat' }), label: chat.chats } : undefined}
      actions={item && <Manage session={item} title={title} onChange={() => void sessions.reload()} />}
    >
      <div class={item ? 'chat with-talk' : 'chat'}>
        <Sessions from={sessions} current={item} />
        {item ? (
          <Talk
            key={item}
            session={item}
            target={place.query.to}
            {...(known === UNNAMED && { onNamed: () => void sessions.reload() })}
          />
        ) : (
          <Empty title={chat.choose} />
        )}
      </div>
    </Page>
  );
};
