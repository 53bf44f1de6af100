import { randomBytes } from 'node:crypto';
import { ServiceError } from '../protocol/service.ts';

/** A state that waits for its token to come back. */
export type Waiting = {
  succeed: (output: unknown) => void;
  fail: (error: string, cause: string) => void;
  heartbeat: () => void;
};

/**
 * The tokens that may come back. A token names its state machine, which is what the caller has to be allowed on, and the
 * life of this process: one from an earlier life is a task that does not exist, one used or overtaken has timed out.
 */
export class TaskTokens {
  readonly #life: string;
  readonly #random: (bytes: number) => Buffer;
  readonly #waiting = new Map<string, Waiting>();

  constructor(random: (bytes: number) => Buffer = randomBytes) {
    this.#random = random;
    this.#life = random(6).toString('hex');
  }

  /** A fresh token that cannot be guessed. */
  issue(machineArn: string, waiting: Waiting): string {
    const parts = [machineArn, this.#life, this.#random(32).toString('base64url')];
    const token = Buffer.from(JSON.stringify(parts)).toString('base64');
    this.#waiting.set(token, waiting);
    return token;
  }

  /** From now on the token has timed out. */
  close(token: string): void {
    this.#waiting.delete(token);
  }

  /** @throws ServiceError InvalidToken */
  machineOf(token: string): string {
    return partsOf(token).machineArn;
  }

  /** Takes the token out: it is answered once. @throws ServiceError */
  take(token: string): Waiting {
    const waiting = this.look(token);
    this.close(token);
    return waiting;
  }

  /** @throws ServiceError TaskTimedOut, TaskDoesNotExist or InvalidToken */
  look(token: string): Waiting {
    const waiting = this.#waiting.get(token);
    if (waiting) return waiting;
    if (partsOf(token).life === this.#life) {
      throw new ServiceError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
    }
    throw new ServiceError('TaskDoesNotExist', "Task does not exist: 'Provided task does not exist'");
  }
}

function partsOf(token: string): { machineArn: string; life: string } {
  try {
    const [machineArn, life, random] = JSON.parse(Buffer.from(token, 'base64').toString()) as unknown[];
    if ([machineArn, life, random].every((part) => typeof part === 'string')) {
      return { machineArn: String(machineArn), life: String(life) };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw new ServiceError('InvalidToken', "Invalid Token: 'Invalid token'");
}
