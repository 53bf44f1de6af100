import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { Button } from '../../../design/form/button.tsx';
import { Select, TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { texts } from '../../../texts/index.ts';
import { buildPath, type Role } from '../api.ts';

const ROLES: readonly Role[] = [
  'tech_lead',
  'specification_writer',
  'architect',
  'developer',
  'code_writer',
  'reviewer',
  'troubleshooter',
  'bug_hunter',
  'technical_writer',
];

/** A word with one of the team while it works; the answer comes in the story, between two steps. */
export const Talk = ({ run: id }: { run: string }) => {
  const [role, setRole] = useState<Role>('tech_lead');
  const [content, setContent] = useState('');
  const t = texts().builds;
  const isEmpty = content.trim() === '';
  const { run, isBusy, problem } = useAction(async () => {
    await artel().call('POST /my/projects/{project_id}/builds/{run_id}/messages', {
      path: buildPath(id),
      body: { role, content: content.trim() },
    });
    setContent('');
    notify(t.said);
  });
  return (
    <Section title={t.talk}>
      <Form label={t.talk} problem={problem.value} onSubmit={() => !isEmpty && void run()}>
        <Select
          label={t.talkTo}
          value={role}
          options={ROLES.map((value) => ({ value, label: t.roles[value] }))}
          onInput={(value) => setRole(value as Role)}
        />
        <TextArea
          label={t.talkText}
          hint={t.talkHint}
          rows={3}
          value={content}
          onInput={setContent}
          maxLength={8_000}
        />
        <Actions>
          <Button type="submit" isBusy={isBusy.value} isDisabled={isEmpty}>
            {t.say}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
};
