import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { Preferences } from '../../../app/preferences/form.tsx';
import { Time } from '../../../design/figure/time.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { Loaded } from '../../../design/show/loaded.tsx';
import { texts } from '../../../texts/index.ts';
import { EmailForm } from './email-form.tsx';
import { Limits } from './limits.tsx';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';

export const AccountPart = () => {
  const known = useResource((signal) => artel().call('GET /my', { signal }));
  const { profile } = texts();
  return (
    <>
      <Loaded from={known}>
        {(who) => (
          <>
            <Facts
              facts={[
                [profile.email, <bdi key="email">{who.email}</bdi>],
                [profile.roles, who.roles.map((role) => profile.roleNames[role] ?? role).join(', ')],
                [profile.since, <Time key="since" at={who.created_at} />],
                [profile.id, <code key="id">{who.id}</code>],
              ]}
            />
            <Section title={profile.name}>
              <NameForm who={who} onChanged={known.set} />
            </Section>
            <Section title={profile.email}>
              <EmailForm who={who} />
            </Section>
            <Section title={profile.password}>
              <PasswordForm />
            </Section>
            <Section title={profile.limits}>
              <Limits />
              <p>
                <a href={href({ screen: 'cost' })}>{profile.toCost}</a>
              </p>
            </Section>
          </>
        )}
      </Loaded>
      <Section title={profile.here}>
        <p class="hint">{profile.hereHint}</p>
        <Preferences />
      </Section>
    </>
  );
};
