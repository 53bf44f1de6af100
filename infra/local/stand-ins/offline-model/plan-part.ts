/** A part of a plan as the platform hands it to an agent: the task, and what the tasks before it brought. */
export type Part = { task: string; before: { name: string; result: string }[] };

const section = (text: string, heading: string): string | undefined =>
  new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(text)?.[1]?.trim();

/** `undefined`: the question is no part of a plan. */
export function partIn(question: string): Part | undefined {
  const task = section(question, 'Your task');
  if (task === undefined) return undefined;
  const results = section(question, 'Results of earlier tasks') ?? '';
  const [, ...blocks] = results.split(/^### /m);
  const before = blocks.map((block) => {
    const [heading = '', ...lines] = block.split('\n');
    return {
      name: heading.split(' ')[0] ?? '',
      result: lines
        .map((line) => line.replace(/^> ?/, ''))
        .join('\n')
        .trim(),
    };
  });
  return { task, before };
}
