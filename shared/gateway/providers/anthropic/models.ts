/**
 * The differences between the models of this API, known by their names: `claude-3-5-haiku-latest`, `claude-opus-4-20250514`,
 * `claude-sonnet-4-5`. A Claude without a version counts as the newest. Other names are other makers' models.
 */
export type Traits = {
  /** `output_config.format` and `strict` tools. Source: https://platform.claude.com/docs/en/build-with-claude/structured-outputs */
  structured: boolean;
  /** `temperature` and `top_p`: newer models answer them with a 400, and from 4.1 on both together. */
  sampling: 'both' | 'one' | 'none';
  /** The highest `output_config.effort`. Source: https://platform.claude.com/docs/en/build-with-claude/effort */
  effort: 'none' | 'high' | 'xhigh';
  /** Told how much, or by themselves. */
  thinking: 'none' | 'budget' | 'adaptive';
  /** `max_tokens` for a call without a limit: this API demands one. */
  defaultMaxTokens: number;
};

type Name = { family: string | undefined; version: number };

export const traitsOf = (model: string): Traits => {
  const name = nameOf(model);
  if (!name) return { structured: false, sampling: 'both', effort: 'none', thinking: 'none', defaultMaxTokens: 8_192 };
  const { version } = name;
  return {
    structured: version >= 4.5,
    sampling: version < 4.1 ? 'both' : version < 4.7 ? 'one' : 'none',
    effort: effortOf(name),
    thinking: version < 3.7 ? 'none' : version < 4.6 ? 'budget' : 'adaptive',
    defaultMaxTokens: version >= 4 ? 16_384 : version >= 3.5 ? 8_192 : 4_096,
  };
};

const nameOf = (model: string): Name | undefined => {
  if (!/\bclaude\b/.test(model)) return undefined;
  // A date, of eight digits, is not part of the version.
  const numbered = /claude-(?:([a-z]+)-)?(\d)(?:[-.](\d))?(?!\d)/.exec(model);
  if (!numbered) return { family: undefined, version: Number.POSITIVE_INFINITY };
  const [, family, major, minor = '0'] = numbered;
  return { family, version: Number(`${major}.${minor}`) };
};

const effortOf = ({ family, version }: Name): Traits['effort'] => {
  if (version < 4.5 || (version < 4.6 && family !== 'opus') || (version < 5 && family === 'haiku')) return 'none';
  return version >= 4.7 ? 'xhigh' : 'high';
};
