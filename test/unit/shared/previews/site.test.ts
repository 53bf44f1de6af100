import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, isToken, newToken } from '../../../../shared/previews/address/token.ts';
import { NOTHING_CAPTURED, withReport } from '../../../../shared/previews/errors/captured.ts';
import { type Report, reportIn } from '../../../../shared/previews/errors/report.ts';
import { withLiveScript } from '../../../../shared/previews/live/inject.ts';
import { contentTypeOf } from '../../../../shared/previews/site/content-type.ts';
import { candidates, segmentsIn } from '../../../../shared/previews/site/path.ts';

/* Requirements: BT6, BT9. */

const meant = (path: string, folder = ''): string[] => candidates(segmentsIn(path) ?? [], folder);

describe('the file that a path of a preview means', () => {
  test.each([
    ['/', '', ['index.html']],
    ['', '', ['index.html']],
    ['/', 'site', ['site/index.html']],
    ['/app.js', 'site', ['site/app.js', 'site/app.js/index.html']],
    ['/docs/', 'site', ['site/docs/index.html']],
    ['/a%20b.html', '', ['a b.html', 'a b.html/index.html']],
    ['/%C3%A9.html', '', ['é.html', 'é.html/index.html']],
    ['/.well-known/', '', ['.well-known/index.html']],
  ])('%s in the folder "%s" is one of %j', (path, folder, files) => {
    expect(meant(path, folder)).toEqual(files);
  });

  test.each(['/.env', '/%2Eenv', '/.git/config', '/docs/.hidden/', '/.well-known/.env'])(
    '%s is none, whatever is there',
    (path) => {
      expect(segmentsIn(path)).toBeUndefined();
    },
  );

  test('no path leads out of the folder, whatever is in it', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2E.', '..%2f', '%5c..', '%00', '', 'a', 'é', '%', '%ff', '\\'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        for (const file of meant(`/${parts.join('/')}`, 'site')) {
          expect(file).toMatch(/^site\/./);
          expect(file.split('/')).not.toContain('..');
        }
      }),
    );
  });
});

describe('a page with the script of previews', () => {
  const script = '<script src="/__artel/live.js" data-version="7"></script>';
  const shown = (page: string): string => withLiveScript(Buffer.from(page), { prefix: '/', version: 7 }).toString();

  test.each([
    ['<!doctype html><html><head><script src="a.js">', `<!doctype html><html><head>${script}<script src="a.js">`],
    ['<HTML lang="en"><p>', `<HTML lang="en">${script}<p>`],
    ['<!DOCTYPE html>\n<title>x</title>', `<!DOCTYPE html>${script}\n<title>x</title>`],
    ['<header>not a head</header>', `${script}<header>not a head</header>`],
    ['', script],
  ])('%s has it before all others', (page, expected) => {
    expect(shown(page)).toBe(expected);
  });

  test('is otherwise the same, byte by byte, whatever it is written in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const page = Buffer.from(bytes);
        const with_ = withLiveScript(page, { prefix: '/', version: 7 }).toString('latin1').replace(script, '');
        expect(with_).toBe(page.toString('latin1'));
      }),
    );
  });

  test('in UTF-16 is left as it is', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<head>', 'utf16le')]);
    expect(withLiveScript(wide, { prefix: '/' })).toBe(wide);
  });
});

test.each([
  ['a.html', 'text/html; charset=utf-8'],
  ['a.mjs', 'text/javascript; charset=utf-8'],
  ['a.svg', 'image/svg+xml; charset=utf-8'],
  ['a.wasm', 'application/wasm'],
  ['a.woff2', 'font/woff2'],
  ['a.unknown', 'application/octet-stream'],
  ['LICENSE', 'application/octet-stream'],
])('the type of %s is %s', (path, type) => {
  expect(contentTypeOf(path)).toBe(type);
});

test('a token is 32 letters of a host name, made of 160 random bits, and its digest does not tell it', () => {
  expect(newToken(() => Buffer.alloc(20, 0))).toBe('a'.repeat(32));
  expect(newToken(() => Buffer.alloc(20, 255))).toBe('7'.repeat(32));
  const tokens = Array.from({ length: 100 }, () => newToken());
  expect(new Set(tokens).size).toBe(100);
  expect(tokens.every(isToken)).toBe(true);
  expect(hashOf(tokens[0]!)).toMatch(/^[0-9a-f]{64}$/);
});

describe('what browsers say', () => {
  const report: Report = {
    ...{ kind: 'error', message: 'm', source: null, line: 1, column: 2, stack: null, page: '/', version: 1 },
  };

  test('a report with wrong places is kept without them, and one with other fields is none', () => {
    expect(reportIn(JSON.stringify({ ...report, line: -1, column: 'x' }))).toEqual({
      ...report,
      line: null,
      column: null,
    });
    expect(reportIn(JSON.stringify({ ...report, extra: 1 }))).toBeUndefined();
    expect(reportIn(JSON.stringify({ ...report, stack: 's'.repeat(9_000) }))).toBeUndefined();
  });

  test('in the next minute reports are kept again', () => {
    let captured = NOTHING_CAPTURED;
    for (let count = 0; count < 60; count += 1) captured = withReport(captured, report, 0)!;
    expect(withReport(captured, report, 59_999)).toBeUndefined();
    expect(withReport(captured, report, 60_000)?.errors).toMatchObject([{ count: 61 }]);
  });
});
