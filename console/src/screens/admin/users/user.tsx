import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { texts } from '../../../texts/index.ts';
import type { ManagedUser } from './change.ts';
import { Standing } from './standing.tsx';
import { UserForm } from './user-form.tsx';

/** What leads from a person to what is theirs. */
const THEIRS = ['runs', 'errors', 'usage', 'spaces', 'blocks', 'audit'] as const;

/** One person. They see in their own audit trail that an administrator looked. */
export const User = ({ id }: { id: string }) => {
  const { admin } = texts();
  const known = useResource((signal) => artel().call('GET /admin/users/{user_id}', { path: { user_id: id }, signal }));
  return (
    <>
      <a class="back" href={href({ screen: 'admin', item: 'users' })}>
        <span aria-hidden="true">← </span>
        {admin.parts.users}
      </a>
      <Section title={known.data.value?.email || id}>
        <Loaded from={known}>
          {(user) => (
            <>
              <About user={user} />
              <nav aria-label={admin.theirs}>
                <ul class="links">
                  {THEIRS.map((name) => (
                    <li key={name}>
                      <a href={href({ screen: 'admin', item: name, query: { user: id } })}>{admin.parts[name]}</a>
                    </li>
                  ))}
                </ul>
              </nav>
              <UserForm user={user} onChanged={known.set} />
              <Standing user={user} onChanged={known.set} />
            </>
          )}
        </Loaded>
      </Section>
    </>
  );
};

const About = ({ user }: { user: ManagedUser }) => {
  const { admin } = texts();
  return (
    <Facts
      facts={[
        [admin.name, user.display_name && <bdi>{user.display_name}</bdi>],
        [admin.userId, <code key="id">{user.id}</code>],
        [admin.tier, user.tier],
        [
          admin.standing,
          <span key="standing" class="badges">
            {user.roles.includes('admin') && <Badge tone="attention">{admin.administrator}</Badge>}
            <Badge tone={user.locked ? 'bad' : 'good'}>{user.locked ? admin.locked : admin.notLocked}</Badge>
          </span>,
        ],
        [admin.registered, <Time key="at" at={user.created_at} />],
      ]}
    />
  );
};
