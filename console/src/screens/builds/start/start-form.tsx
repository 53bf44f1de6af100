import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { go } from '../../../app/place/route.ts';
import { useUnsaved } from '../../../app/place/unsaved.ts';
import { project } from '../../../app/project/project.ts';
import { Button } from '../../../design/form/button.tsx';
import { Select, TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import { LimitFieldset } from './limit-fields.tsx';
import { NO_LIMITS, newBuildOf, type OrderFields, type Oversight } from './order.ts';

const OVERSIGHTS: readonly Oversight[] = ['milestones', 'every_step', 'none'];

/** Has the team build something. `wish`: what another page proposes to ask for. */
export const StartForm = ({ wish = '' }: { wish?: string | undefined }) => {
  const [fields, setFields] = useState<OrderFields>({
    request: wish,
    template: '',
    oversight: 'milestones',
    limits: NO_LIMITS,
  });
  const templates = useResource((signal) => artel().call('GET /my/builds/templates', { signal }));
  const t = texts().builds;
  const started = useUnsaved(fields.request.trim() !== '' && fields.request !== wish);
  const { run, isBusy, problem } = useAction(async () => {
    const { build } = await artel().call('POST /my/projects/{project_id}/builds', {
      path: { project_id: project.value },
      body: newBuildOf(fields),
    });
    started();
    go({ screen: 'builds', item: build.run_id });
  });
  const change = (more: Partial<OrderFields>): void => setFields({ ...fields, ...more });
  const known = templates.data.value?.items ?? [];
  const chosen = known.find(({ name }) => name === fields.template);
  const isEmpty = fields.request.trim() === '';
  return (
    <Form label={t.start} problem={problem.value} onSubmit={() => !isEmpty && void run()}>
      <TextArea
        label={t.request}
        hint={t.requestHint}
        rows={4}
        value={fields.request}
        error={problem.value?.fields.request}
        onInput={(request) => change({ request })}
        maxLength={50_000}
        isRequired
      />
      <div class="row level">
        <Select
          label={t.template}
          hint={chosen?.description}
          value={fields.template}
          error={problem.value?.fields.template}
          options={[
            { value: '', label: t.noTemplate },
            ...known.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          onInput={(template) => change({ template })}
        />
        <Select
          label={t.oversight}
          hint={t.oversightHints[fields.oversight]}
          value={fields.oversight}
          error={problem.value?.fields.oversight}
          options={OVERSIGHTS.map((value) => ({ value, label: t.oversights[value] }))}
          onInput={(oversight) => change({ oversight: oversight as Oversight })}
        />
      </div>
      <ProblemNote problem={templates.problem.value} onRetry={() => void templates.reload()} />
      <LimitFieldset
        value={fields.limits}
        onChange={(limits) => change({ limits })}
        problem={problem.value}
        hint={t.limitsHint}
      />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={isEmpty}>
          {t.start}
        </Button>
      </Actions>
    </Form>
  );
};
