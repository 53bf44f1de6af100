import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { go } from '../../app/place/route.ts';
import { useUnsaved } from '../../app/place/unsaved.ts';
import { loadProjects, project as looked, type Project, showProject } from '../../app/project/project.ts';
import { Confirm } from '../../design/dialog/confirm.tsx';
import { Button } from '../../design/form/button.tsx';
import { TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { Section } from '../../design/layout/page.tsx';
import { filled, texts } from '../../texts/index.ts';

type Props = { project: Project; onChanged: (project: Project) => void };

export const Acts = (props: Props) => (
  <>
    <Rename {...props} />
    <Delete {...props} />
  </>
);

const Rename = ({ project, onChanged }: Props) => {
  const [name, setName] = useState(project.name);
  const { projects, common } = texts();
  const isChanged = name.trim() !== project.name;
  useUnsaved(isChanged);
  const { run, isBusy, problem } = useAction(async () => {
    const path = { project_id: project.id };
    onChanged(await artel().call('PATCH /my/projects/{project_id}', { path, body: { name: name.trim() } }));
    notify(common.saved);
    await loadProjects();
  });
  return (
    <Section title={projects.rename}>
      <Form label={projects.rename} problem={problem.value} onSubmit={() => void run()}>
        <TextField
          label={common.name}
          value={name}
          onInput={setName}
          error={problem.value?.fields.name}
          maxLength={100}
          autocomplete="off"
          isRequired
        />
        <Actions>
          <Button type="submit" isBusy={isBusy.value} isDisabled={!isChanged || !name.trim()}>
            {common.save}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
};

const Delete = ({ project }: Props) => {
  const [isAsking, ask] = useState(false);
  const { projects } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    await artel().call('DELETE /my/projects/{project_id}', { path: { project_id: project.id } });
    notify(filled(projects.deleted, { name: project.name }));
    // What is looked at from now on is there.
    if (looked.value === project.id) showProject('default');
    else go({ screen: 'projects' }, { replace: true });
    await loadProjects();
  });
  return (
    <Section title={projects.delete}>
      {project.is_default ? (
        <p class="hint">{projects.defaultStays}</p>
      ) : (
        <Actions>
          <Button kind="danger" onClick={() => ask(true)}>
            {projects.delete}
          </Button>
        </Actions>
      )}
      {isAsking && (
        <Confirm
          title={projects.delete}
          text={projects.deleteMeans}
          action={projects.delete}
          typed={project.name}
          isBusy={isBusy.value}
          problem={problem.value}
          onConfirm={() => void run()}
          onClose={() => ask(false)}
        />
      )}
    </Section>
  );
};
