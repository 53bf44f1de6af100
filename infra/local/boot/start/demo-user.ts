import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type DemoUser = { email: string; password: string; token: string; agent: string; session: string };

const EMAIL = 'demo@artel.local';
const AGENT = {
  name: 'guide',
  display_name: 'Guide',
  system_prompt: 'You show newcomers around. Be brief and friendly.',
};

/**
 * Signs the demo user in over the public API, registering it at the first start, and sees that it has an agent and a
 * session to talk in. Its password is random and kept in the data folder.
 */
export async function demoUser(baseUrl: string, folder: string | undefined): Promise<DemoUser> {
  const password = passwordIn(folder);
  const call = caller(baseUrl);
  await call('POST', '/auth/register', { email: EMAIL, password, display_name: 'Demo' }, [201, 409]);
  const { access_token: token } = await call<{ access_token: string }>('POST', '/auth/login', {
    email: EMAIL,
    password,
  });
  const signedIn = caller(baseUrl, token);
  await signedIn('POST', '/my/agents', AGENT, [201, 409]);
  const { items } = await signedIn<{ items: { id: string }[] }>('GET', '/my/chat/sessions?limit=1');
  const known = items[0];
  const { id } =
    known ?? (await signedIn<{ id: string }>('POST', '/my/chat/sessions', { title: 'First steps' }, [201]));
  return { email: EMAIL, password, token, agent: AGENT.name, session: id };
}

function passwordIn(folder: string | undefined): string {
  const fresh = randomBytes(12).toString('base64url');
  if (folder === undefined) return fresh;
  const path = join(folder, 'demo-password');
  if (!existsSync(path)) writeFileSync(path, fresh, { mode: 0o600 });
  return readFileSync(path, 'utf8');
}

function caller(baseUrl: string, token?: string) {
  return async <T>(method: string, path: string, body?: object, accepted = [200]): Promise<T> => {
    const response = await fetch(baseUrl + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!accepted.includes(response.status)) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  };
}
