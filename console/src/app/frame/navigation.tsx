import { useEffect } from 'preact/hooks';
import { Button } from '../../design/form/button.tsx';
import { Select } from '../../design/form/field.tsx';
import { filled, texts } from '../../texts/index.ts';
import { isAdministrator, leave, user } from '../person/session.ts';
import { href, place } from '../place/route.ts';
import { pendingApprovals, watchApprovals } from '../project/approvals.ts';
import { loadProjects, project, projects, showProject } from '../project/project.ts';
import { FIRST, SCREENS } from '../screens.ts';

/** The projects to choose from; they may not be known yet. */
const Switcher = () => {
  const known = projects.value ?? [];
  const named = project.value === 'default' ? (known.find((one) => one.is_default)?.id ?? 'default') : project.value;
  return (
    <Select
      label={texts().common.project}
      value={named}
      options={known.map(({ id, name }) => ({ value: id, label: name }))}
      onInput={showProject}
    />
  );
};

export const Navigation = () => {
  const { common, screens } = texts();
  useEffect(() => {
    void loadProjects().catch(() => undefined);
  }, []);
  const seen = project.value;
  useEffect(watchApprovals, [seen]);
  const current = place.value.screen || FIRST;
  const group = (of: string, title: string) => (
    <section key={of} class={`of-${of}`}>
      <h2>{title}</h2>
      <ul>
        {SCREENS.filter((one) => one.of === of).map(({ name }) => (
          <li key={name}>
            <a href={href({ screen: name })} aria-current={name === current ? 'page' : undefined}>
              {screens[name]}
              {name === 'approvals' && pendingApprovals.value > 0 && (
                <span class="count">{pendingApprovals.value}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <nav class="navigation" aria-label={common.navigation}>
      <p class="product">{common.product}</p>
      <Switcher />
      {group('project', common.ofProject)}
      {group('person', common.ofPerson)}
      {isAdministrator.value && group('deployment', common.ofDeployment)}
      <footer>
        <p class="hint" dir="auto">
          {filled(common.signedInAs, { email: user.value?.email ?? '' })}
        </p>
        <Button kind="quiet" onClick={() => void leave()}>
          {common.signOut}
        </Button>
      </footer>
    </nav>
  );
};
