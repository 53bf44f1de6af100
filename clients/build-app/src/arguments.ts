import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type Order = {
  wish: string;
  /** Agrees to everything the team proposes. */
  yes: boolean;
  url: string;
  email: string;
  password: string;
  /** The options that said where Artel is and who asks, for the next command; without the password itself. */
  who: string;
  template?: string;
  /** An existing project; without it a new one is made. */
  project?: string;
  /** A build of that project that has ended, to go on from. */
  after?: string;
};

export const USAGE = `Usage: npm run build-app -- "Build me a page with a to-do list" [options]

  --yes               agrees to everything the team proposes; otherwise you are asked
  --template NAME     begins with a template (GET /my/builds/templates)
  --project ID        works in this project; without it a new one is made
  --continue BUILD    goes on from a build of that project; needs --project
  --url URL           where Artel is; http://localhost:4000 or ARTEL_URL
  --email E --password P
                      who you are; without them the demo user of "npm start"`;

/** Something on the command line that cannot be meant; the message says what can. */
export class Misused extends Error {
  override readonly name = 'Misused';
}

/** The person asked how the command is used, and nothing is wrong. */
export class HelpAsked extends Error {
  override readonly name = 'HelpAsked';
}

const DEMO = 'demo@artel.local';

const OPTIONS = {
  yes: { type: 'boolean', short: 'y', default: false },
  template: { type: 'string' },
  project: { type: 'string' },
  continue: { type: 'string' },
  url: { type: 'string' },
  email: { type: 'string' },
  password: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** @throws Misused, HelpAsked */
export function orderIn(args: string[], environment: NodeJS.ProcessEnv): Order {
  const { values, positionals } = parsed(args);
  const wish = positionals.join(' ').trim();
  if (values.help) throw new HelpAsked(USAGE);
  if (wish === '') throw new Misused(USAGE);
  if (values.continue !== undefined && values.project === undefined) {
    throw new Misused('--continue needs --project: the one that the build is in.');
  }
  const { email = environment.ARTEL_EMAIL ?? DEMO, password = environment.ARTEL_PASSWORD } = values;
  return {
    wish,
    yes: values.yes,
    url: urlOf(values.url ?? environment.ARTEL_URL ?? `http://localhost:${environment.PORT ?? 4000}`),
    email,
    who: whoIn(values),
    password: password ?? passwordOf(email, environment.ARTEL_DATA || '.artel'),
    ...(values.template !== undefined && { template: values.template }),
    ...(values.project !== undefined && { project: values.project }),
    ...(values.continue !== undefined && { after: values.continue }),
  };
}

const whoIn = ({ url, email, password }: { url?: string; email?: string; password?: string }): string =>
  [url && ` --url ${url}`, email && ` --email ${email}`, password && ' --password "…"'].filter(Boolean).join('');

function urlOf(text: string): string {
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? '')) {
    throw new Misused(`"${text}" is no address of Artel. Say one like --url http://localhost:4000.`);
  }
  return text.replace(/\/+$/, '');
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new Misused(`${(error as Error).message}\n\n${USAGE}`, { cause: error });
  }
}

/** `npm start` keeps the demo user's password in its data folder. */
function passwordOf(email: string, folder: string): string {
  if (email !== DEMO) throw new Misused(`Say the password of ${email}: --password, or ARTEL_PASSWORD.`);
  try {
    return readFileSync(join(folder, 'demo-password'), 'utf8').trim();
  } catch (error) {
    const where = 'Start Artel first ("npm start", in another terminal), or say --email and --password.';
    throw new Misused(`There is no demo user in ${folder}. ${where}`, { cause: error });
  }
}
