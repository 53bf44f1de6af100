import { type Command, defineCommand } from 'just-bash';

/** Ends the run: this wall never runs such a command. */
export type Refuse = (message: string) => void;

/** Programs that people look for and that are no part of the shell. */
const PROGRAMS = [
  ...['git', 'make', 'cmake', 'gcc', 'cc', 'go', 'cargo', 'rustc', 'java', 'javac', 'ruby', 'php', 'perl'],
  ...['python', 'python3', 'pip', 'pip3', 'deno', 'bun', 'yarn', 'pnpm', 'tsc', 'vite', 'vitest', 'jest'],
  ...['docker', 'apt', 'apt-get', 'apk', 'sudo', 'ssh', 'scp', 'nc', 'wget'],
];

export const sentenceAbout = (asked: string): string =>
  `“${asked}” does not run behind the wall “light”: it needs a real system, which the walls “process” and “machine” have. ` +
  'Here are the commands of a POSIX shell, jq, sqlite3, tar, “node FILE” for plain scripts, and esbuild.';

/** A run that asked for one of these ends there: whatever followed would work with what is not there. */
export const ended = (refuse: Refuse, asked: string): Promise<never> => {
  refuse(sentenceAbout(asked));
  return new Promise<never>(() => undefined);
};

export const refusals = (refuse: Refuse): Command[] =>
  PROGRAMS.map((name) => defineCommand(name, () => ended(refuse, name)));
