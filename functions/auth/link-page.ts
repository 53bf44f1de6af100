import { createHash } from 'node:crypto';
import * as z from 'zod';
import { operation, reply } from '../routing/operation.ts';

const STYLE =
  'body{font:16px/1.5 system-ui;max-width:26rem;margin:3rem auto;padding:0 1rem}label{display:block;margin:1rem 0}' +
  'input{display:block;width:100%;font:inherit;padding:.4rem}button{font:inherit;padding:.4rem 1rem}';

/**
 * Reads what the link is for from the fragment, which never left the browser, and takes it out of the history. Nothing
 * happens before the person presses the button: programs that look through mails open links, and press nothing.
 */
const SCRIPT = `
const [kind, token] = location.hash.slice(1).split('=');
history.replaceState(null, '', location.pathname);
const asks = { confirm: [], reset: ['password'], invitation: ['email', 'password'] }[kind];
const form = document.forms[0], said = document.querySelector('output');
for (const name of ['email', 'password']) {
  if (asks?.includes(name)) form.elements[name].required = true;
  else form.elements[name].parentElement.remove();
}
if (!asks || !token) said.textContent = 'This link is not complete. Copy all of it from the mail.';
else form.hidden = false;
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const target = { confirm: 'confirm', reset: 'reset/complete', invitation: 'register' }[kind];
  const body = { ...Object.fromEntries(new FormData(form)), [kind === 'invitation' ? 'invitation' : 'token']: token };
  const answer = await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const problem = answer.ok ? undefined : await answer.json();
  form.hidden = answer.ok;
  said.textContent = answer.ok ? 'Done. You can close this page.' : [problem.detail, ...(problem.errors ?? []).map((one) => one.message)].join(' ');
});
`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const POLICY = `default-src 'none'; script-src ${hash(SCRIPT)}; style-src ${hash(STYLE)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Your account</title><style>${STYLE}</style></head><body><h1>Your account</h1><form hidden><label>E-mail address<input name="email" type="email" autocomplete="email"></label><label>New password<input name="password" type="password" minlength="10" autocomplete="new-password"></label><button>Go on</button></form><p><output></output></p><script>${SCRIPT}</script></body></html>`;

export const linkPageOperations = [
  operation({
    method: 'GET',
    path: '/auth/link',
    summary:
      'A page for the links in mails that needs no console: with `#confirm=`, `#reset=` or `#invitation=` and the token.',
    access: 'public',
    success: { status: 200, schema: z.string(), contentType: 'text/html; charset=utf-8' },
    handle: async () =>
      reply(200, PAGE, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
      }),
  }),
];
