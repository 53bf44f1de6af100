/** What the team shows a person, who may change it before they agree. */
export type Proposal = { about: string; title: string; content: string };

export const proposalIn = (payload: Record<string, unknown>): Proposal => {
  const of = (name: string): string => (typeof payload[name] === 'string' ? payload[name] : '');
  return { about: of('about'), title: of('title'), content: of('content') };
};

type PlannedTask = { id: string; title: string; depends_on?: string[] };
type PlannedFile = { path: string; purpose: string };

/** A proposal as it is read best. */
export type Readable =
  | { form: 'plan'; tasks: PlannedTask[] }
  | { form: 'architecture'; overview: string; files: PlannedFile[]; test: string }
  /** Changes one by one; what stands before the first belongs to none. */
  | { form: 'parts'; before: string; parts: Part[] }
  | { form: 'code'; text: string }
  | { form: 'text'; text: string };

/** One change that the reviewer did not accept, under its heading `### h2 src/a.js`. */
export type Part = { id: string; heading: string; text: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const areObjects = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.every(isObject);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const readable = ({ about, content }: Proposal): Readable => {
  if (about === 'review') return partsIn(content);
  if (about === 'changes') return { form: 'code', text: content };
  const parsed = parse(content);
  if (!isObject(parsed)) return { form: 'text', text: content };
  if (areObjects(parsed.tasks)) {
    const tasks = parsed.tasks.map(({ id, title, depends_on }) => ({
      id: text(id),
      title: text(title),
      ...(Array.isArray(depends_on) && { depends_on: depends_on.map(String) }),
    }));
    return { form: 'plan', tasks };
  }
  if (areObjects(parsed.files) && typeof parsed.overview === 'string') {
    const files = parsed.files.map(({ path, purpose }) => ({ path: text(path), purpose: text(purpose) }));
    return { form: 'architecture', overview: parsed.overview, files, test: text(parsed.test_command) };
  }
  return { form: 'code', text: JSON.stringify(parsed, null, 2) };
};

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    // A SyntaxError: it is written for people already.
    return undefined;
  }
};

const HEADING = /^### (h\d+) /;

const partsIn = (content: string): Readable => {
  const parts: Part[] = [];
  const before: string[] = [];
  for (const line of content.split('\n')) {
    const id = HEADING.exec(line)?.[1];
    const last = parts.at(-1);
    if (id !== undefined) parts.push({ id, heading: line.slice(4), text: '' });
    else if (last) last.text += `${line}\n`;
    else before.push(line);
  }
  return parts.length === 0 ? { form: 'code', text: content } : { form: 'parts', before: before.join('\n'), parts };
};

/** What is sent back of parts: a part without its heading is left out. */
export const keptParts = (parts: readonly Part[], left: ReadonlySet<string>): string =>
  parts
    .filter(({ id }) => !left.has(id))
    .map(({ heading, text }) => `### ${heading}\n${text}`)
    .join('\n');

/** Each question, which the team writes with an empty quotation below it for the answer. */
export const questionsIn = (content: string): string[] => {
  const questions = content.split(/\n> ?(?:\n|$)/);
  return content.includes('\n> ') ? questions.filter((one) => one.trim() !== '') : [content];
};

export const answered = (questions: readonly string[], answers: readonly string[]): string =>
  questions.map((question, index) => `${question}\n> ${(answers[index] ?? '').replaceAll('\n', '\n> ')}`).join('\n');
