import type { ChildProcess } from 'node:child_process';
import type { Kill, Limits } from '../../contract.ts';
import type { ServiceLog, ServiceState } from '../../services.ts';
import type { Envelope } from '../envelope.ts';
import { layOut } from '../tree.ts';
import { watchLimits } from '../watch.ts';
import { Log } from './log.ts';
import { endOthers, ROOT, startShell, watchedHere } from './processes.ts';

/** `env`: the command's, whole. */
export type ServiceOrder = { command: string; env: Record<string, string>; port: number; limits: Limits };

/** The one long-running program of this machine. */
export class Service {
  readonly port: number;
  readonly #order: ServiceOrder;
  readonly #log: Log;
  #shell: ChildProcess;
  #exit: number | undefined;

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

  /** Whether anything answers on its port is for whoever calls to see. */
  get state(): ServiceState {
    return this.#exit === undefined ? { state: 'running' } : { state: 'ended', exit: this.#exit };
  }

  logs(offset: number): ServiceLog {
    return this.#log.from(offset);
  }

  async restart(): Promise<void> {
    const before = this.#shell;
    const gone = new Promise((resolve) => before.once('close', resolve));
    const wasRunning = this.#exit === undefined;
    before.kill('SIGKILL');
    endOthers();
    if (wasRunning) await gone;
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
