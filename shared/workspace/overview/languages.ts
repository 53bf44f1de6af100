/** Languages by the endings of their files. What is data or text is none. */
const BY_ENDING: Readonly<Record<string, string>> = {
  c: 'C',
  h: 'C',
  cc: 'C++',
  cpp: 'C++',
  hpp: 'C++',
  // C#, as a text that cannot be taken for a key of the table.
  cs: 'C\u0023',
  css: 'CSS',
  scss: 'CSS',
  dart: 'Dart',
  ex: 'Elixir',
  exs: 'Elixir',
  go: 'Go',
  html: 'HTML',
  java: 'Java',
  js: 'JavaScript',
  cjs: 'JavaScript',
  mjs: 'JavaScript',
  jsx: 'JavaScript',
  kt: 'Kotlin',
  kts: 'Kotlin',
  lua: 'Lua',
  php: 'PHP',
  py: 'Python',
  rb: 'Ruby',
  rs: 'Rust',
  scala: 'Scala',
  sh: 'Shell',
  bash: 'Shell',
  sql: 'SQL',
  svelte: 'Svelte',
  swift: 'Swift',
  ts: 'TypeScript',
  cts: 'TypeScript',
  mts: 'TypeScript',
  tsx: 'TypeScript',
  vue: 'Vue',
};

/** Folders of what a project uses and of what is made of it. */
const NOT_ITS_OWN = /(^|\/)(node_modules|vendor|third_party|\.venv|venv|__pycache__|dist|build|target|\.git)\//;

export const isOwn = (path: string): boolean => !NOT_ITS_OWN.test(path);

const languageOf = (path: string): string | undefined => {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
};

/** The languages of a project's own files, the one with the most files first. */
export const languagesIn = (paths: readonly string[]): { name: string; files: number }[] => {
  const counts = new Map<string, number>();
  for (const path of paths.filter(isOwn)) {
    const name = languageOf(path);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, files]) => ({ name, files }))
    .toSorted((one, other) => other.files - one.files || (one.name < other.name ? -1 : 1));
};
