import { SECOND } from '../../core/clock.ts';
import { CommandRefused, type Limits, type Outcome, type Sandbox, SandboxUnavailable } from '../../sandbox/index.ts';
import { type Change, readFiles } from '../../workspace/index.ts';
import { failed, MAX_RESULT_BYTES, succeeded } from '../result.ts';
import { type ToolContext, type ToolResult, ToolUnavailable } from '../tool.ts';
import { type AskedCommand, commandJudgement, commandSchema } from './command-judgement.ts';
import { builtin } from './define.ts';
import { changed } from './files/change.ts';
import { explained } from './files/explained.ts';

const MEGABYTE = 1024 * 1024;
/** What is said around the output. */
const HEAD_ROOM = 8 * 1024;
const LIMITS: Limits = {
  timeMs: 60 * SECOND,
  memoryBytes: 512 * MEGABYTE,
  diskBytes: 200 * MEGABYTE,
  outputBytes: MAX_RESULT_BYTES - HEAD_ROOM,
  processes: 64,
};
/** With a cold start, and reading and writing the files. */
const TIMEOUT = LIMITS.timeMs + 30 * SECOND;
const MAX_NAMED = 50;

export const runCommand = (sandbox: Sandbox) =>
  builtin({
    name: 'run_command',
    description:
      'Runs a command on the files of the workspace, in a sandbox without network, and returns its exit code and output. Changes of files are kept only with keep_changes. It ends after 60 seconds.',
    schema: commandSchema,
    ...commandJudgement,
    timeoutMs: TIMEOUT,
    run: (asked, context) => explained(() => run(sandbox, asked, context)),
  });

const run = async (sandbox: Sandbox, asked: AskedCommand, context: ToolContext): Promise<ToolResult> => {
  const { project, signal } = context;
  const { files, version } = await readFiles(project, { at: asked.version });
  const { command, hosts, keep_changes } = asked;
  const outcome = await ran(sandbox.run({ project, files, command, limits: LIMITS, grants: { hosts }, signal }));
  signal.throwIfAborted();
  if ('refused' in outcome) return failed(outcome.refused);
  if (outcome.killed) return failed(textOf(outcome, ['Its files are as they were.']));
  if (!keep_changes || outcome.changed.length === 0) return succeeded(textOf(outcome, forgotten(outcome)));
  const edit = { changes: outcome.changed.map(asChange), base: version || undefined, reason: reasonOf(command) };
  return changed(context, edit, {
    say: (done) => textOf(outcome, [`Version ${done.version} has: ${namesOf(outcome)}`]),
  });
};

const ran = async (running: Promise<Outcome>): Promise<Outcome | { refused: string }> => {
  try {
    return await running;
  } catch (error) {
    if (error instanceof CommandRefused) return { refused: error.message };
    if (error instanceof SandboxUnavailable) throw new ToolUnavailable(error.message, { cause: error });
    throw error;
  }
};

const asChange = ({ path, content, executable }: Outcome['changed'][number]): Change =>
  content === undefined ? { path, remove: true } : { path, content, executable };

const forgotten = (outcome: Outcome): string[] =>
  outcome.changed.length > 0 ? [`Changed and forgotten: ${namesOf(outcome)}`] : [];

const namesOf = ({ changed }: Outcome): string => {
  const named = changed.slice(0, MAX_NAMED).map(({ path, content }) => (content ? path : `${path} (removed)`));
  const more = changed.length - named.length;
  return more > 0 ? `${named.join(', ')}, and ${more} more` : named.join(', ');
};

const textOf = ({ exit, killed, output, isCut }: Outcome, notes: string[]): string => {
  const status = killed ? `killed: its limit of ${killed}` : `exit ${exit}`;
  const cut = isCut ? ['The output is cut off.'] : [];
  return [status, output, ...[...cut, ...notes].map((note) => `[${note}]`)].filter((line) => line !== '').join('\n');
};

const reasonOf = (command: string): string => `Ran ${command.split('\n', 1)[0]?.slice(0, 120)}`;
