import { useAction } from '../../../api/action.ts';
import { endsWith } from '../../../api/download.ts';
import { notify } from '../../../app/frame/notices.ts';
import { ndjson } from '../../../app/person/ndjson.ts';
import type { Project } from '../../../app/project/project.ts';
import { fileName, saveFile } from '../../../design/file/save-file.ts';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Busy } from '../../../design/show/busy.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import { Import } from './import.tsx';

/** A project out as a file, and in from one. */
export const Transfer = ({ project }: { project: Project }) => {
  const { projects } = texts();
  const save = useAction(async () => {
    const answer = await ndjson(`/my/projects/${project.id}/export`);
    const file = await answer.blob();
    if (!(await endsWith('end', file))) {
      notify(projects.exportBrokeOff, { kind: 'failed' });
      return;
    }
    saveFile(`${fileName('project', project.name)}.ndjson`, file);
    notify(projects.exported);
  });
  return (
    <>
      <Section title={projects.export}>
        <p>{projects.exportMeans}</p>
        <Actions>
          <Button isBusy={save.isBusy.value} onClick={() => void save.run()}>
            {projects.export}
          </Button>
        </Actions>
        {save.isBusy.value && <Busy label={projects.exporting} />}
        <ProblemNote problem={save.problem.value} />
      </Section>
      <Import project={project} />
    </>
  );
};
