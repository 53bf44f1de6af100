import { type Command, defineCommand, type ExecResult, type ResolvedCommandContext } from 'just-bash';
import { ended, type Refuse } from './refused.ts';

/** `import` or `export` at the beginning of a line, which scripts cannot have. */
const MODULE_SYNTAX =
  /^\s*(import\s*[\w{*'"]|export\s+(default|const|let|var|function|class|async|\{|\*)|export\s*\{)/m;

/**
 * `node FILE …` and `node -e CODE` run by the shell's own JavaScript engine, so that a project's tests are one command behind
 * every wall. Every other use is refused.
 */
export const node = (refuse: Refuse): Command =>
  defineCommand('node', async (args, context) => {
    const [first = '', ...rest] = args;
    if (first === '-e' || first === '--eval') return javaScript(context, ['-c', ...rest]);
    if (first === '' || first.startsWith('-')) return ended(refuse, `node ${first}`.trim());
    const path = context.fs.resolvePath(context.cwd, first);
    const isModule = first.endsWith('.js') && MODULE_SYNTAX.test(await textOf(context, path));
    return javaScript(context, [...(isModule ? ['-m'] : []), ...args]);
  });

/** The engine says itself that there is no such file. */
const textOf = async ({ fs }: ResolvedCommandContext, path: string): Promise<string> =>
  (await fs.exists(path)) ? fs.readFile(path) : '';

const javaScript = async (
  { exec, execWithInheritedStdin, cwd, env }: ResolvedCommandContext,
  args: string[],
): Promise<ExecResult> => {
  const run = execWithInheritedStdin ?? exec;
  if (!run) return { stdout: '', stderr: 'node: nothing can be run here\n', exitCode: 126 };
  const result = await run('js-exec', { cwd, args, env: Object.fromEntries(env) });
  if (result.exitCode === 0 || !INTERRUPTED.test(result.stderr)) return result;
  return { ...result, stderr: `${result.stderr}${TOO_LONG}` };
};

/** The last that the engine says of a script that took more steps than it counts up to, which are some 15 seconds of nothing else. */
const INTERRUPTED = /: interrupted\n$/;
const TOO_LONG =
  'node: a script may take a thousand million steps behind the wall “light”. Divide its work, or have the wall “process” or “machine”.\n';
