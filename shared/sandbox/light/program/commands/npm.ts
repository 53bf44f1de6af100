import { type Command, defineCommand, type ResolvedCommandContext } from 'just-bash';
import * as z from 'zod';
import { ended, type Refuse } from './refused.ts';

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()).default({}) });

const SHORT: Record<string, string> = { test: 'test', t: 'test', start: 'start' };

/** `npm test` and `npm run NAME` run what `package.json` says; nothing is installed. */
export const npm = (refuse: Refuse): Command =>
  defineCommand('npm', async (args, context) => {
    const [verb = '', ...rest] = args;
    const isRun = verb === 'run' || verb === 'run-script';
    const name = isRun ? rest[0] : SHORT[verb];
    if (name === undefined) return ended(refuse, `npm ${verb}`.trim());
    const given = isRun ? rest.slice(1) : rest;
    return runScript(context, name, given[0] === '--' ? given.slice(1) : given);
  });

/** Of what `npx` could fetch, esbuild is here. */
export const npx = (refuse: Refuse): Command =>
  defineCommand('npx', async (args, context) => {
    const [program = '', ...rest] = args.filter((one) => one !== '--yes' && one !== '-y');
    if (program !== 'esbuild') return ended(refuse, `npx ${program}`.trim());
    return execute(context, 'esbuild', rest);
  });

const runScript = async (context: ResolvedCommandContext, name: string, args: string[]) => {
  const path = context.fs.resolvePath(context.cwd, 'package.json');
  if (!(await context.fs.exists(path))) return failed('npm: there is no package.json here');
  const scripts = scriptsIn(await context.fs.readFile(path));
  if (!scripts) return failed('npm: package.json cannot be read');
  const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
  if (script === undefined) return failed(`npm: package.json has no script "${name}"`);
  return execute(context, args.length > 0 ? `${script} ${args.map(quoted).join(' ')}` : script, []);
};

const scriptsIn = (text: string): Record<string, string> | undefined => {
  try {
    return packageSchema.parse(JSON.parse(text)).scripts;
  } catch {
    // Whatever is wrong with it, there are no scripts to run.
    return undefined;
  }
};

const execute = async ({ exec, cwd, env }: ResolvedCommandContext, command: string, args: string[]) =>
  exec ? exec(command, { cwd, args, env: Object.fromEntries(env) }) : failed('npm: nothing can be run here');

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const failed = (message: string) => ({ stdout: '', stderr: `${message}\n`, exitCode: 1 });
