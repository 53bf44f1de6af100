import type { ChildProcess } from 'node:child_process';
import type { Kill, Limits } from '../../contract.ts';
import type { ServiceLog, ServiceState } from '../../services.ts';
import type { Envelope } from '../envelope.ts';
import { clear, layOut } from '../tree.ts';
import { watchLimits } from '../watch.ts';
import { isListening } from './listening.ts';
import { Log } from './log.ts';
import { endOthers, ROOT, startShell, watchedHere } from './processes.ts';

/** `env`: the command's, whole. */
export type ServiceOrder = { command: string; env: Record<string, string>; port: number; limits: Limits };
/** It has files and nothing else. */
export type RestartOrder = Record<string, never>;

/** The one long-running program of this machine. */
export class Service {
  readonly port: number;
  readonly #order: ServiceOrder;
  readonly #log: Log;
  #shell: ChildProcess;
  #exit: number | undefined;
  #restarts: Promise<void> = Promise.resolve();

  constructor({ header, files }: Envelope<ServiceOrder>) {
    layOut(ROOT, files);
    this.port = header.port;
    this.#order = header;
    this.#log = new Log(header.limits.outputBytes);
    this.#shell = this.#start();
    watchLimits(
      watchedHere(() => performance.now()),
      header.limits,
      (limit) => this.#kill(limit),
    );
  }

  async state(): Promise<ServiceState> {
    if (this.#exit !== undefined) return { state: 'ended', exit: this.#exit };
    return { state: (await isListening(this.port)) ? 'running' : 'starting' };
  }

  logs(offset: number): ServiceLog {
    return this.#log.from(offset);
  }

  /** One after the other: two at the same time would both wait for the same end, and both start a shell. */
  restart(files?: Envelope<unknown>['files']): Promise<void> {
    const restarted = this.#restarts.then(() => this.#again(files));
    // Whoever asked for it hears of it.
    this.#restarts = restarted.catch(() => undefined);
    return restarted;
  }

  async #again(files: Envelope<unknown>['files'] | undefined): Promise<void> {
    const before = this.#shell;
    const gone = new Promise((resolve) => before.once('close', resolve));
    const wasRunning = this.#exit === undefined;
    before.kill('SIGKILL');
    endOthers();
    if (wasRunning) await gone;
    if (files) {
      clear(ROOT);
      layOut(ROOT, files);
    }
    this.#shell = this.#start();
  }

  #start(): ChildProcess {
    this.#exit = undefined;
    const shell = startShell(this.#order.command, this.#order.env);
    shell.stdin?.end();
    shell.stdout?.on('data', (part: Buffer) => this.#log.add(part));
    shell.once('exit', (code) => {
      // One that was restarted is not the service any more.
      if (shell === this.#shell) this.#exit = code ?? 137;
    });
    return shell;
  }

  #kill(limit: Kill): void {
    this.#log.add(Buffer.from(`\nended: beyond its limit of ${limit}\n`));
    this.#shell.kill('SIGKILL');
    endOthers();
  }
}
