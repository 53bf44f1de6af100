import type { OnMail } from '../services/ses/outbox.ts';
import type { OnSend } from '../services/sqs/queues.ts';
import type { LogLine } from './function-log.ts';

/** What synthesis hands over: templates by stack name, folders by asset key. */
export type BootableApp = { templates: Record<string, unknown>; assets: Record<string, string> };

/** One line of the start: what is up now, and how many milliseconds it took. */
export type Step = { name: string; ms: number };

export type CloudOptions = {
  app: BootableApp;
  /** `memory` (the default) keeps nothing; otherwise the folder all data lives in. */
  data?: string;
  /** A `node_modules` of this machine that commands behind the wall `process` find. */
  dependencies?: string | undefined;
  /** Port of the REST and WebSocket API, 0 (the default) for any free one. */
  port?: number;
  /** Port that previews are shown at, 0 (the default) for any free one. */
  previewPort?: number;
  /** Values of secrets by the beginning of their logical id, instead of the template's. */
  secrets?: Record<string, unknown>;
  /** Variables for all functions, or by a function's logical id. */
  environment?: Record<string, string> | ((logicalId: string) => Record<string, string>);
  /** Receives what functions write, besides the log file. */
  log?: LogLine;
  /** Receives every mail that is sent, besides the folder `mail` among the data. */
  onMail?: OnMail;
  onProgress?: (step: Step) => void;
  faults?: { onSend?: OnSend };
  /** Threads alive at once, all functions together. */
  threads?: number;
  /** Whether schedules run at boot and by the clock; a test that wants its own pace says false. */
  schedules?: boolean;
};
