import type { Named } from './names.ts';

/** What the local cloud knows of a resource type. A property in neither list is refused. */
export type ResourceType = {
  /** Properties something in the local cloud reads. */
  properties: readonly string[];
  /** Properties accepted without effect, each with its reason. */
  inert?: Readonly<Record<string, string>>;
  ref: (named: Named) => string;
  attributes?: Readonly<Record<string, (named: Named) => string>>;
};

export const TAGS = { Tags: 'tags only sort bills and consoles' } as const;
