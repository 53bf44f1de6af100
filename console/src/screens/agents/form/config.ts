import { type Draft, isServer, type NewConfig, type ServerDraft } from './draft.ts';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Left out where nothing was typed: the API has a default. What is no number is for the API to refuse, at its field. */
const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

const serverOf = ({ url, isTrusted, allow, headers }: ServerDraft): Exclude<NewConfig['tools'], undefined>[number] => {
  const allowed = linesOf(allow);
  const named = headers.filter(({ name, secret }) => name.trim() !== '' || secret !== '');
  return {
    mcp: {
      url: url.trim(),
      trusted: isTrusted,
      ...(named.length > 0 && {
        headers: Object.fromEntries(named.map(({ name, secret }) => [name.trim(), { secret }])),
      }),
    },
    ...(allowed.length > 0 && { allow: allowed }),
  };
};

/** What is sent for a draft. */
export const configOf = (draft: Draft): NewConfig => {
  const displayName = draft.displayName.trim();
  const model = draft.model.trim();
  return {
    ...(displayName && { display_name: displayName }),
    system_prompt: draft.prompt,
    ...(model && { model }),
    tools: draft.tools.map((tool) => (isServer(tool) ? serverOf(tool) : tool)),
    capabilities: linesOf(draft.capabilities),
    concurrency_limit: number(draft.concurrency),
    max_pending: number(draft.pending),
    memory: {
      max_vectors: number(draft.memories),
      ...(draft.contradictions === 'model' && { contradictions: 'model' as const }),
    },
    limits: {
      max_steps: number(draft.steps),
      max_tokens: number(draft.tokens),
      max_cost: number(draft.cost),
      max_minutes: number(draft.minutes),
    },
    approval: { min_risk: draft.minRisk },
  };
};

/** Whether two drafts would be sent as the same settings. */
export const isSame = (one: Draft, other: Draft): boolean =>
  JSON.stringify(configOf(one)) === JSON.stringify(configOf(other));
