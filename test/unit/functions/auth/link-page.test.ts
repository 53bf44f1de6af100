import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { linkPageOperations } from '../../../../functions/auth/link-page.ts';
import { restHandler } from '../../../../functions/middleware/rest-handler.ts';
import { caller } from '../../../support/rest.ts';

/* Requirements: ID13. */

const call = caller(restHandler(linkPageOperations));

type Sent = { target: string; body: unknown };

/** What the page's script does in a browser, at a fragment, when the person has filled in what is asked and presses the button. */
const opened = async (fragment: string, answer: { ok: boolean; detail?: string } = { ok: true }) => {
  const { text } = await call('GET', '/auth/link');
  const [, script = ''] = /<script>(.*)<\/script>/s.exec(text) ?? [];
  const shown = new Map(['email', 'password'].map((name) => [name, `my ${name}`]));
  const sent: Sent[] = [];
  const history: string[] = [];
  const output = { textContent: '' };
  let submit: ((event: { preventDefault(): void }) => Promise<void>) | undefined;
  const elements = Object.fromEntries(
    [...shown.keys()].map((name) => [name, { parentElement: { remove: () => shown.delete(name) } }]),
  );
  const form = {
    hidden: true,
    elements,
    addEventListener: (_: string, listen: typeof submit) => {
      submit = listen;
    },
  };
  runInNewContext(script, {
    location: { hash: fragment, pathname: '/auth/link' },
    history: { replaceState: (_data: unknown, _title: string, path: string) => history.push(path) },
    document: { forms: [form], querySelector: () => output },
    FormData: class {
      *[Symbol.iterator]() {
        yield* shown;
      }
    },
    fetch: async (target: string, { body }: { body: string }) => {
      sent.push({ target, body: JSON.parse(body) });
      return { ok: answer.ok, json: async () => ({ detail: answer.detail }) };
    },
  });
  const before = [...sent];
  if (!form.hidden) await submit?.({ preventDefault: () => undefined });
  return { before, sent, history, said: output.textContent };
};

test.each([
  ['#confirm=u.s', 'confirm', { token: 'u.s' }],
  ['#reset=u.s', 'reset/complete', { token: 'u.s', password: 'my password' }],
  ['#invitation=i.s', 'register', { invitation: 'i.s', email: 'my email', password: 'my password' }],
])(
  'the page for the link %s sends what it takes when the button is pressed, and nothing before',
  async (fragment, target, body) => {
    const { before, sent, history, said } = await opened(fragment);
    expect(before).toEqual([]);
    expect(sent).toEqual([{ target, body }]);
    expect(history).toEqual(['/auth/link']);
    expect(said).toMatch(/^Done/);
  },
);

test.each(['', '#other=u.s', '#confirm'])(
  'the page for a link that is not complete (%j) sends nothing',
  async (fragment) => {
    expect(await opened(fragment)).toMatchObject({ sent: [], said: expect.stringMatching(/not complete/) });
  },
);

test('the page says why a link was refused', async () => {
  const refused = { ok: false, detail: 'This link does not work any more.' };
  expect((await opened('#confirm=u.s', refused)).said).toBe('This link does not work any more.');
});

test('the page runs the one script it was made with', async () => {
  const { headers, text } = await call('GET', '/auth/link');
  const [, script = ''] = /<script>(.*)<\/script>/s.exec(text) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');
  expect(headers['content-security-policy']).toContain(`script-src 'sha256-${hash}'`);
});
