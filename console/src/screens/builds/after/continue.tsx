import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { artel } from '../../../app/person/session.ts';
import { go } from '../../../app/place/route.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import { type Build, buildPath } from '../api.ts';
import { LimitFieldset } from '../start/limit-fields.tsx';
import { type ContinuationFields, continuationOf, NO_LIMITS } from '../start/order.ts';

/** After the end: a further build in the same session, for another wish or for what its page has reported. */
export const Continue = ({ build: { run_id, preview } }: { build: Build }) => {
  const [fields, setFields] = useState<ContinuationFields>({ request: '', limits: NO_LIMITS });
  const t = texts().builds;
  const isEmpty = fields.request.trim() === '';
  const going = useAction(async () => {
    const { build } = await artel().call('POST /my/projects/{project_id}/builds/{run_id}/continue', {
      path: buildPath(run_id),
      body: continuationOf(fields),
    });
    go({ screen: 'builds', item: build.run_id });
  });
  const fixing = useAction(async () => {
    const { build } = await artel().call('POST /my/projects/{project_id}/builds/{run_id}/fix', {
      path: buildPath(run_id),
    });
    go({ screen: 'builds', item: build.run_id });
  });
  return (
    <>
      <Section title={t.continue}>
        <Form label={t.continue} problem={going.problem.value} onSubmit={() => !isEmpty && void going.run()}>
          <TextArea
            label={t.furtherRequest}
            hint={t.continueHint}
            rows={3}
            value={fields.request}
            error={going.problem.value?.fields.request}
            onInput={(request) => setFields({ ...fields, request })}
            maxLength={50_000}
          />
          <LimitFieldset
            value={fields.limits}
            onChange={(limits) => setFields({ ...fields, limits })}
            problem={going.problem.value}
            hint={t.sameLimits}
          />
          <Actions>
            <Button kind="main" type="submit" isBusy={going.isBusy.value} isDisabled={isEmpty}>
              {t.continue}
            </Button>
          </Actions>
        </Form>
      </Section>
      {preview && (
        <Section title={t.fix}>
          <p>{t.fixHint}</p>
          <ProblemNote problem={fixing.problem.value} />
          <Actions>
            <Button isBusy={fixing.isBusy.value} onClick={() => void fixing.run()}>
              {t.fix}
            </Button>
          </Actions>
        </Section>
      )}
    </>
  );
};
