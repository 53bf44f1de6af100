import type { Kill, Limits, Outcome } from '../../contract.ts';
import { Collected } from '../collected.ts';
import { type Envelope, seal } from '../envelope.ts';
import { changesOf, layOut } from '../tree.ts';
import { watchLimits } from '../watch.ts';
import { endOthers, ROOT, startShell, watchedHere } from './processes.ts';

/** `env`: the command's, whole. */
export type RunOrder = { command: string; stdin: string; env: Record<string, string>; limits: Limits };
export type RunReport = Omit<Outcome, 'changed' | 'wall'>;

/** Runs one command, and says what came of it. Whoever asked may be gone: then it is called off. */
export async function run({ header, files }: Envelope<RunOrder>, signal: AbortSignal): Promise<Uint8Array[]> {
  const { command, stdin, env, limits } = header;
  const sent = layOut(ROOT, files);
  const output = new Collected(limits.outputBytes);
  const begun = performance.now();
  const shell = startShell(command, env);
  let killed: Kill | undefined;
  const kill = (reason: Kill): void => {
    killed ??= reason;
    shell.kill('SIGKILL');
    endOthers();
  };
  const callOff = (): void => kill('signal');
  signal.addEventListener('abort', callOff);
  const timer = setTimeout(kill, limits.timeMs, 'time');
  const unwatch = watchLimits(
    watchedHere(() => performance.now()),
    limits,
    kill,
  );
  shell.stdout?.on('data', (part: Buffer) => {
    if (!output.add(part)) kill('output');
  });
  shell.stdin?.end(stdin);
  const exit = await new Promise<number>((resolve) => shell.once('exit', (code) => resolve(code ?? 137)));
  clearTimeout(timer);
  unwatch();
  signal.removeEventListener('abort', callOff);
  endOthers();
  const durationMs = Math.round(performance.now() - begun);
  await new Promise((resolve) => (shell.stdout?.closed === false ? shell.once('close', resolve) : resolve(undefined)));

  const { bytes, ...changes } = killed === undefined ? changesOf(ROOT, sent) : { bytes: 0, files: [], removed: [] };
  if (bytes > limits.diskBytes) killed = 'disk';
  const said = { output: output.text(), isCut: output.isCut, durationMs };
  if (killed !== undefined) return seal<RunReport>({ header: { ...said, exit: 137, killed }, files: [], removed: [] });
  return seal<RunReport>({ header: { ...said, exit }, ...changes });
}
