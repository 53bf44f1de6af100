import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, onTestFinished, test } from 'vitest';
import { bundle } from '../../../../infra/bundle.ts';
import { compose, FEATURE_FLAGS } from '../../../../infra/compose.ts';
import { assemble } from '../../../../infra/local/template/assembly.ts';
import { onOneMachine, settingsFor } from '../../../../infra/settings/index.ts';
import { synthesize } from '../../../../infra/synth.ts';
import { ENV } from '../../../../shared/core/environment.ts';

/* Requirements: OPS4, OPS5. */

const named = settingsFor('prod', [{ vectorStore: 'qdrant', memoryIsolation: 'collection' }]);
const { templates } = synthesize('prod', { bundle: bundle(), settings: named });
const all = Object.values(templates).flatMap(({ Resources }) => Object.values(Resources));
const ofType = (type: string) => all.filter(({ Type }) => Type === type).map(({ Properties }) => Properties ?? {});

test('a deployment that names a Qdrant has no table of memories, and no function may search one', () => {
  expect(ofType('AWS::DynamoDB::Table')).toHaveLength(1);
  expect(JSON.stringify(all)).not.toContain('SearchVectors');
});

const functions = Object.entries(templates['artel-prod-service']!.Resources).filter(
  ([, { Type }]) => Type === 'AWS::Lambda::Function',
);
const toldOf = (variable: string) =>
  functions.flatMap(([id, { Properties }]) => {
    const { Variables } = Properties!.Environment as { Variables: Record<string, unknown> };
    return variable in Variables ? [id.slice(0, -8)] : [];
  });

test('the functions that remember read the secret that leads to the Qdrant', () => {
  expect(toldOf(ENV.vectorsSecret).sort()).toEqual(['Account', 'AgentWorker', 'My', 'Projects', 'Sweeper', 'System']);
  expect(Object.keys(templates['artel-prod-service']!.Outputs ?? {})).toContain('VectorsSecret');
});

test('how memories are kept apart is told to every function that touches them, and to no other', () => {
  expect(toldOf(ENV.memoryIsolation).sort()).toEqual(['Account', 'AgentWorker', 'My', 'Projects', 'Sweeper']);
  expect(JSON.stringify(functions).match(/"ARTEL_MEMORY_ISOLATION":"collection"/g)).toHaveLength(5);
});

test('a deployment that names a Qdrant runs here too, and cdk-nag finds nothing in it', () => {
  expect(() => assemble(templates)).not.toThrow();
  const outdir = mkdtempSync(join(tmpdir(), 'artel-nag-'));
  onTestFinished(() => rmSync(outdir, { recursive: true, force: true }));
  const app = new App({ outdir, context: FEATURE_FLAGS, analyticsReporting: false });
  compose(app, named, bundle());
  app.synth();
  expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
});

test('one machine has a Qdrant of its own unless a file names the table', () => {
  expect(onOneMachine(settingsFor('dev')).vectorStore).toBe('qdrant');
  expect(onOneMachine(settingsFor('dev', [{ vectorStore: 'dynamodb' }])).vectorStore).toBe('dynamodb');
});

test('a size of vectors is named once, and no table has more than five', () => {
  const sized = (vectorSizes: number[]) => () => settingsFor('dev', [{ vectorSizes }]);
  expect(sized([1536, 3072])).not.toThrow();
  expect(sized([1536, 1536])).toThrow(/vectorSizes: each size is named once/);
  for (const wrong of [[], [0], [4097], [1, 2, 3, 4, 5, 6]]) expect(sized(wrong)).toThrow(/vectorSizes/);
});
