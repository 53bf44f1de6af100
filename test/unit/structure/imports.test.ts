import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bypassesIndex, circlesAmong, floorOf, goesUpOrSideways } from './rooms.ts';
import { type Import, importsIn, importsOf, ROOT, roomOf, sourcesIn } from './source-tree.ts';

const product = ['shared', 'functions', 'infra'].flatMap((folder) => sourcesIn(folder).flatMap(importsOf));
const tests = sourcesIn('test').flatMap(importsOf);

const sentences = (imports: Import[]): string[] => imports.map(({ file, specifier }) => `${file} imports ${specifier}`);
const violations = (wrong: (one: Import) => boolean): string[] => sentences(product.filter(wrong));

describe('who may import whom', () => {
  test('the AWS SDK is used in shared/platform and nowhere else in the product', () => {
    const wrong = violations(
      ({ file, specifier }) =>
        /^@aws-sdk\//.test(specifier) &&
        !['shared/platform/', 'infra/local/', 'infra/replacements/'].some((folder) => file.startsWith(folder)),
    );
    expect(wrong).toEqual([]);
  });

  test('shared knows neither the CDK nor middy nor the functions', () => {
    const wrong = violations(
      ({ file, target }) =>
        file.startsWith('shared/') && /^(aws-cdk-lib|constructs|@middy|functions\/|infra\/)/.test(target),
    );
    expect(wrong).toEqual([]);
  });

  test('a function imports from shared, middleware and routing, and never from infra', () => {
    const wrong = violations(({ file, target }) => {
      if (!file.startsWith('functions/')) return false;
      if (target.startsWith('infra/')) return true;
      if (!target.startsWith('functions/')) return false;
      // The document of the whole interface reads every function's route table.
      if (roomOf(file) === 'documentation' && /\/operations?\.ts$/.test(target)) return false;
      return ![roomOf(file), 'middleware', 'routing'].includes(roomOf(target));
    });
    expect(wrong).toEqual([]);
  });

  test('routing does not import middleware', () => {
    expect(
      violations(
        ({ file, target }) => file.startsWith('functions/routing/') && target.startsWith('functions/middleware/'),
      ),
    ).toEqual([]);
  });

  test('infra takes the names of variables from shared and nothing else, and never runs a function in its own process', () => {
    // The operator's commands examine and change stored data, each by the room that knows how.
    const isCommand = ({ file, target }: Import) =>
      // A local machine is put up by whoever puts up the wall `process`.
      (file === 'infra/local/services/lambda-microvms/machine.ts' && target === 'shared/sandbox/index.ts') ||
      // And tried at the start.
      (file === 'infra/local/boot/start/wall.ts' && target === 'shared/sandbox/index.ts') ||
      (file.startsWith('infra/doctor/') && target === 'shared/doctor/index.ts') ||
      (file.startsWith('infra/admin/') && target === 'shared/administration/index.ts') ||
      (file.startsWith('infra/invite/') && target === 'shared/identity/index.ts');
    const wrong = violations(
      (one) =>
        one.file.startsWith('infra/') &&
        !isCommand(one) &&
        (one.target.startsWith('functions/') ||
          (one.target.startsWith('shared/') && !one.target.startsWith('shared/core/'))),
    );
    expect(wrong).toEqual([]);
  });

  test('every room of shared stands in the order', () => {
    const rooms = new Set(sourcesIn('shared').map(roomOf));
    expect([...rooms].filter((room) => floorOf(room) < 0)).toEqual([]);
  });

  test('inside shared imports go down, never up and never sideways', () => {
    expect(violations(goesUpOrSideways)).toEqual([]);
  });

  test('a room is entered through its index.ts', () => {
    expect(violations(bypassesIndex)).toEqual([]);
  });

  test('no circle of imports exists anywhere in the tree', () => {
    expect(circlesAmong([...product, ...tests])).toEqual([]);
  });
});

describe('the import rules themselves', () => {
  test('a planted sideways import is found', () => {
    const planted = importsIn('shared/vault/planted.ts', "import { reserve } from '../limits/index.ts';");
    expect(planted.filter(goesUpOrSideways)).toHaveLength(1);
  });

  test('a planted upward import is found', () => {
    const planted = importsIn('shared/store/planted.ts', "export { reserve } from '../limits/index.ts';");
    expect(planted.filter(goesUpOrSideways)).toHaveLength(1);
  });

  test('a planted way round an index is found', () => {
    const planted = importsIn('functions/my/planted.ts', "import { claimTask } from '../../shared/bus/work/claim.ts';");
    expect(planted.filter(bypassesIndex)).toHaveLength(1);
  });

  test('a planted circle of three files is found, and a chain is not reported', () => {
    const plant = (file: string, target: string) =>
      importsIn(`shared/core/${file}`, `import { x } from './${target}';`);
    const chain = [...plant('a.ts', 'b.ts'), ...plant('b.ts', 'c.ts'), ...plant('c.ts', 'd.ts')];
    expect(circlesAmong(chain)).toEqual([]);
    expect(circlesAmong([...chain, ...plant('c.ts', 'a.ts')])).toEqual([
      ['shared/core/a.ts', 'shared/core/b.ts', 'shared/core/c.ts'],
    ]);
  });
});

describe('who may make a scope', () => {
  test('a UserScope is made only from checked credentials and by readers of stored work', () => {
    const makers = [...sourcesIn('shared'), ...sourcesIn('functions')]
      .filter((file) => {
        const text = readFileSync(join(ROOT, file), 'utf8');
        const named = [...text.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'[^']*core\/scope\.ts'/g)].map(
          (match) => match[1],
        );
        return /\b(authenticated|restored)\b/.test(named.join()) || /\bUserScope\.of\b/.test(text);
      })
      .map((file) => (file.startsWith('shared') ? file.split(sep).slice(0, 2).join('/') : file));
    const permitted = [
      'shared/core',
      'shared/administration',
      'shared/bus',
      'shared/connections',
      'shared/events',
      'shared/gateway',
      'shared/identity',
      'shared/turns',
      'shared/maintenance',
      'shared/monitoring',
      // Whose a preview is stands in the item that the token of its address leads to.
      'shared/previews',
      'shared/doctor',
      'functions/planner/handler.ts',
      'functions/plans/handler.ts',
      'functions/timers/handler.ts',
      'functions/pusher/handler.ts',
      'functions/webhooks/handler.ts',
    ];
    expect([...new Set(makers)].filter((maker) => !permitted.includes(maker))).toEqual([]);
  });
});
