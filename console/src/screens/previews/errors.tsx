import { useAction } from '../../api/action.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { go } from '../../app/place/route.ts';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Badge } from '../../design/show/badge.tsx';
import { Code } from '../../design/show/code.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { counted, filled, texts } from '../../texts/index.ts';
import { type PreviewError, previewPath } from './api.ts';
import { buildShowing } from './build-of.ts';
import { placeOf, wishFor } from './order.ts';

/** What browsers say went wrong: text of the page, shown as such. */
export const Errors = ({ id }: { id: string }) => {
  const errors = useResource(
    (signal) =>
      artel().call('GET /my/projects/{project_id}/previews/{preview_id}/errors', { path: previewPath(id), signal }),
    [id],
  );
  const { common, previews: t } = texts();
  const fixing = useAction(async (known: readonly PreviewError[]) => {
    const run_id = await buildShowing(id);
    if (run_id === undefined) {
      go({ screen: 'builds', query: { request: wishFor(t.wish, known) } });
      return;
    }
    const { build } = await artel().call('POST /my/projects/{project_id}/builds/{run_id}/fix', {
      path: { project_id: previewPath(id).project_id, run_id },
    });
    go({ screen: 'builds', item: build.run_id });
  });
  return (
    <Section
      title={t.errors}
      actions={
        <Button isBusy={errors.isLoading.value} onClick={() => void errors.reload()}>
          {common.refresh}
        </Button>
      }
    >
      <Loaded from={errors}>
        {({ items, dropped }) =>
          items.length === 0 ? (
            <Empty title={t.noErrors}>
              <p>{t.noErrorsHint}</p>
            </Empty>
          ) : (
            <>
              <ul class="list">
                {items.map((error) => (
                  <One key={error.id} error={error} />
                ))}
              </ul>
              {dropped > 0 && <p class="hint">{filled(t.dropped, { count: dropped })}</p>}
              <ProblemNote problem={fixing.problem.value} />
              <p class="hint">{t.fixHint}</p>
              <Button kind="main" isBusy={fixing.isBusy.value} onClick={() => void fixing.run(items)}>
                {t.fix}
              </Button>
            </>
          )
        }
      </Loaded>
    </Section>
  );
};

const One = ({ error }: { error: PreviewError }) => {
  const t = texts().previews;
  const place = placeOf(error);
  return (
    <li>
      <Badge tone="bad">{t.kinds[error.kind] ?? error.kind}</Badge> <strong dir="auto">{error.message}</strong>
      <p class="hint">
        {counted(error.count, t.times)} · {t.lastAt} <Time at={error.last_at} />
        {place !== undefined && (
          <>
            {' '}
            · <bdi>{place}</bdi>
          </>
        )}
      </p>
      {error.stack !== null && (
        <details class="fold">
          <summary>{t.stack}</summary>
          <Code label={t.stack} text={error.stack} />
        </details>
      )}
    </li>
  );
};
