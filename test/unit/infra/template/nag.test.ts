import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../../../infra/bundle.ts';
import { compose, FEATURE_FLAGS } from '../../../../infra/compose.ts';
import { STAGES, settingsFor } from '../../../../infra/settings/index.ts';

/* Requirements: OPS5. */

describe.each(STAGES)('cdk-nag (AwsSolutions) on %s', (stage) => {
  const outdir = mkdtempSync(join(tmpdir(), 'artel-nag-'));
  const app = new App({ outdir, context: FEATURE_FLAGS, analyticsReporting: false });
  const findings = () =>
    new AwsSolutionsChecks(app)
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
      );

  beforeAll(() => {
    compose(app, settingsFor(stage), bundle());
    app.synth();
  });
  afterAll(() => rmSync(outdir, { recursive: true, force: true }));

  test('cdk-nag finds nothing that is not acknowledged', () => {
    expect(findings()).toEqual([]);
  });

  test('cdk-nag findings are acknowledged only with a reason', () => {
    const reasons = app.node
      .findAll()
      .flatMap((construct) => construct.node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(data as Record<string, string>));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason.length).toBeGreaterThanOrEqual(20);
  });
});

test('cdk-nag finds a planted open bucket', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'artel-nag-'));
  const app = new App({ outdir, analyticsReporting: false });
  const { data } = compose(app, settingsFor('dev'), bundle());
  new Bucket(data, 'Careless');
  app.synth();
  const rules = new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);
  rmSync(outdir, { recursive: true, force: true });
  expect(rules).toContain('AwsSolutions-S10');
});
