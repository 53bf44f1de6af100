import { resolve } from 'node:path';
import type { Step } from '../cloud-options.ts';
import type { DemoUser } from './demo-user.ts';

/** `  ✓ dynamodb 0.5 s`. */
export function stepLine({ name, ms }: Step): string {
  return `  ✓ ${name} ${(ms / 1000).toFixed(1)} s\n`;
}

export type Welcome = {
  url: string;
  socketUrl: string;
  /** Without the token in front of its host name. */
  previewUrl: string;
  data: string;
  /** Address of the model provider; absent when the offline model answers. */
  provider: string | undefined;
  readyAfter: number;
  demo: DemoUser | Error;
};

const USUAL = { url: 'http://localhost:4000', data: resolve('.artel') };
const OFFLINE = 'offline: it follows rules and knows little; set OPENAI_API_KEY or ANTHROPIC_API_KEY for a real one';

/** What a person needs to begin: addresses, a user, and a command to paste. */
export function welcome({ url, socketUrl, previewUrl, data, provider, readyAfter, demo }: Welcome): string {
  const kept =
    data === 'memory' ? 'in memory, gone when this ends' : `${data} (functions write to functions.log there)`;
  const lines = [
    '',
    `Artel is ready after ${(readyAfter / 1000).toFixed(1)} s.`,
    '',
    `  Console    ${url}/console`,
    `  REST API   ${url}`,
    `  WebSocket  ${socketUrl}`,
    `  Previews   ${previewUrl.replace('://', '://<token>.')}`,
    `  Data       ${kept}`,
    `  Mails      ${data === 'memory' ? 'shown here' : `${data}/mail, a file each`}; nothing leaves this machine`,
    `  Model      ${provider ?? OFFLINE}`,
    ...(demo instanceof Error ? [`  Demo user  not available: ${demo.message}`] : demoLines({ url, data, demo })),
    '',
    'Ctrl-C ends it.',
    '',
  ];
  return lines.join('\n');
}

/** The command finds what is usual by itself: the port, and the password in the data folder. */
const unusual = (url: string, data: string, password: string): string =>
  [url === USUAL.url ? '' : ` --url ${url}`, data === USUAL.data ? '' : ` --password "${password}"`].join('');

function demoLines({ url, data, demo }: { url: string; data: string; demo: DemoUser }): string[] {
  const { email, password, token, agent, session } = demo;
  const body = `{"content": "Hello! My name is Ada.", "target_agent": "${agent}"}`;
  return [
    `  Demo user  ${email}, password ${password}, an administrator`,
    `  Token      ${token}`,
    '             good for 15 minutes; get the next one by signing in again:',
    '',
    `curl -s ${url}/auth/login -H 'Content-Type: application/json' \\`,
    `  -d '{"email": "${email}", "password": "${password}"}'`,
    '',
    'Try:',
    '',
    `curl -s '${url}/my/chat/${session}/message?wait=25' \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d '${body}'`,
    '',
    'Or have the team build something:',
    '',
    `npm run build-app -- "Build me a page with a to-do list"${unusual(url, data, password)}`,
  ];
}
