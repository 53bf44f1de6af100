import { href } from '../../app/place/route.ts';
import { project } from '../../app/project/project.ts';
import { UNNAMED } from '../../app/project/session-titles.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { texts } from '../../texts/index.ts';
import { Sessions } from './list/sessions.tsx';
import { useSessions } from './list/use-sessions.ts';
import { Manage } from './manage.tsx';
import { Talk } from './talk.tsx';

export const Screen: ScreenType = ({ place }) => {
  const { chat, common, screens } = texts();
  const { item } = place;
  const sessions = useSessions(project.value, item);
  const known = sessions.open?.title;
  const title = known === UNNAMED ? chat.newChat : (known ?? screens.chat);
  return (
    <Page
      title={item ? title : screens.chat}
      back={item ? { href: href({ screen: 'chat' }), label: chat.chats } : undefined}
      actions={item && !sessions.isGone && <Manage session={item} title={title} onChange={sessions.reload} />}
    >
      <div class={item ? 'chat with-talk' : 'chat'}>
        <Sessions from={sessions} current={item} />
        {item && sessions.isGone && <Empty title={common.nothingHere} />}
        {item && !sessions.isGone && (
          <Talk
            key={item}
            session={item}
            target={place.query.to}
            onEvent={sessions.hear}
            {...(known === UNNAMED && { onNamed: sessions.reload })}
          />
        )}
        {!item && <Empty title={chat.choose} />}
      </div>
    </Page>
  );
};
