import type { Person } from './artel.ts';

const expectDone = ({ status, body }: { status: number; body: unknown }, what: string): void => {
  if (status >= 300) throw new Error(`${what} answers ${status}: ${JSON.stringify(body)}`);
};

const AGENTS = [
  { name: 'scout', display_name: 'Scout', system_prompt: 'You find things out.', tools: ['calculate', 'file_read'] },
  { name: 'writer', display_name: 'Writer', system_prompt: 'You write.' },
];

const PLAN = {
  tasks: [
    { id: 'find', agent: 'scout', description: 'Find three quiet places to stay.' },
    { id: 'write', agent: 'writer', description: 'Write the week down.', depends_on: ['find'] },
  ],
};

const THINGS: readonly (readonly [path: string, body: object])[] = [
  ...AGENTS.map((agent) => ['/my/agents', agent] as const),
  ['/my/files', { changes: [{ path: 'notes/rome.md', content: '# Rome\n\nBring shoes.\n' }], reason: 'Notes' }],
  ['/my/files', { changes: [{ path: 'notes/rome.md', content: '# Rome\n\nBring good shoes.\n' }], reason: 'Shoes' }],
  ['/my/files', { changes: [{ path: 'index.html', content: '<!doctype html><title>Rome</title><h1>Rome</h1>' }] }],
  ['/my/previews', {}],
  ['/my/secrets', { name: 'WEATHER_KEY', value: 'not a real key' }],
  ['/my/webhooks', { url: 'https://hooks.example.com/artel', events: ['run_completed'] }],
  ['/my/keys', { name: 'Script', scopes: ['read'] }],
  ['/my/projects', { name: 'Garden' }],
];

/** What a person has after some days, so that no list of the console is empty; whatever model answers. */
export const fillAccount = async (who: Person): Promise<{ chat: string }> => {
  for (const [path, body] of THINGS) expectDone(await who.call('POST', path, body), path);
  const chatOf = async (title: string): Promise<string> =>
    (await who.call<{ id: string }>('POST', '/my/chat/sessions', { title })).body.id;
  const chat = await chatOf('A week in Rome');
  for (const content of ['What is 7 * 120?', 'My favourite place is the garden of the oranges.', 'Where shall I go?'])
    await who.ask(chat, content, { target_agent: 'scout' });
  await who.call('POST', `/my/chat/${await chatOf('Plans')}/message`, { content: 'Plan my week.', plan: PLAN });
  await who.call('POST', '/my/builds', { request: 'A page that adds two numbers.' });
  return { chat };
};
