import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { overviewOf } from '../../../../shared/monitoring/cache.ts';
import { cacheFamiliesOf } from '../../../../shared/monitoring/cache-families.ts';
import { nothingCounted } from '../../../../shared/monitoring/counted.ts';
import { familiesOf } from '../../../../shared/monitoring/families.ts';
import { nothing } from '../../../../shared/monitoring/snapshot.ts';

/* Requirements: OPS1. */

const DOCS = join(import.meta.dirname, '../../../../docs');
const agent = { agent: 'agt_1', project: 'prj_1', running: 0, queued: 0, runs: 0, failed: 0, milliseconds: 0 };
const everything = [
  ...familiesOf(
    {
      platform: { at: 0, messages: 0, overdue: 0, vectors: [{ dimensions: 1536, vectors: 1 }] },
      walk: {
        begun: 0,
        ended: 0,
        day: '2026-11-21',
        since: '2026-11-21',
        totals: { shown: nothingCounted(), settled: nothingCounted(), since: '2026-11-21' },
        sums: {
          ...nothing(),
          busiest: [{ ...agent, waits: 0, waitMilliseconds: 0 }],
          largest: [{ project: 'prj_1', agents: 1 }],
        },
      },
    },
    {},
    0,
  ),
  ...cacheFamiliesOf(overviewOf({}, [])),
];

/** By every name a series of it may have. */
const names = new Set(everything.flatMap(({ name, samples }) => samples.map(({ suffix = '' }) => `${name}${suffix}`)));

describe('figures', () => {
  test('figures have a row each in docs/monitoring.md, with their type', () => {
    const text = readFileSync(join(DOCS, 'monitoring.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `(artel_\w+)`[^|]*\| (counter|gauge|histogram|summary) \|/gm)];
    expect(rows.map(([, name, type]) => [name, type])).toEqual(everything.map(({ name, type }) => [name, type]));
  });

  test('figures that the dashboard shows exist', () => {
    const text = readFileSync(join(DOCS, 'grafana/artel.json'), 'utf8');
    const { panels } = JSON.parse(text) as { panels: { title: string; targets: { expr: string }[] }[] };
    const shown = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(/artel_\w+/g) ?? []));
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((name) => !names.has(name))).toEqual([]);
  });
});
