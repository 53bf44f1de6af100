/** Somebody who takes turns: each a new conversation, a message in it, and the whole answer. */
export type TurnContender = {
  name: string;
  /** Of its process; what that started counts as well. */
  process: number;
  /** Rejects unless the answer is the upstream's. */
  turn(): Promise<void>;
  stop(): Promise<void>;
};
