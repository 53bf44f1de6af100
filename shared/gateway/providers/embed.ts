import type { ProjectScope } from '../../core/scope.ts';
import type { Tab } from '../../limits/index.ts';

export type EmbedCall = {
  scope: ProjectScope;
  texts: string[];
  model?: string;
  /** For models that can make shorter vectors; by default the model's own size. */
  dimensions?: number;
  /** Whose memory asks, and in which session: for the record of what it cost. */
  agent?: string;
  session?: string;
  signal?: AbortSignal;
  /** What the call is paid on, together with others. */
  tab?: Tab;
};

export type Embeddings = {
  /** One for each text, in the order of the texts. */
  vectors: number[][];
  usage: { promptTokens: number; estimated: boolean };
  model: string;
  dimensions: number;
  /** The number of requests sent to the provider. */
  calls: number;
};
