/** What a small tier allows, as an administrator writes it. */
export const smallTier = {
  models: ['*-mini'],
  month: { money: 1.5, tokens: 1_000, requests: 10 },
  answer: { max_tokens: 500, default_tokens: 100 },
  prompt: { messages: 10, bytes: 10_000 },
  concurrent_calls: 2,
  minute: { requests: 50, heavy_requests: 5 },
  projects: 2,
  agents: 3,
  workspace: { files: 20, file_bytes: 100_000, bytes: 1_000_000, versions: 5 },
};
