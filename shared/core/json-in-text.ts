/** How models mark their thoughts: DeepSeek, Qwen and others; Mistral; Kimi. */
const MARKS = [
  ['<think>', '</think>'],
  ['<thinking>', '</thinking>'],
  ['<thought>', '</thought>'],
  ['<reasoning>', '</reasoning>'],
  ['[THINK]', '[/THINK]'],
  ['◁think▷', '◁/think▷'],
] as const;
/** Of OpenAI's open models: what follows is the answer, what stands before are thoughts. */
const FINAL = '<|channel|>final<|message|>';
/** Beginnings that are tried in vain; a text with more of them is not what a model was asked for. */
const MAX_ATTEMPTS = 200;

/**
 * The JSON a model was asked for, in whatever it wrote around it: thoughts, prose, a fence. Of several, the last one that
 * `isMeant`, else the first of any kind. `undefined`: there is none.
 */
export const jsonInText = (text: string, isMeant: (value: unknown) => boolean): unknown => {
  const whole = parsed(text);
  if (whole) return whole.value;
  const answer = withoutThoughts(text);
  const fenced = [...answer.matchAll(/```(?:[a-z]+)?\s*\n([\s\S]*?)\n\s*```/gi)]
    .map(([, inside = '']) => inside)
    .reverse();
  const braced = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
  const found = [answer, ...fenced, ...objectsIn(answer), braced].flatMap((candidate) => parsed(candidate) ?? []);
  return (found.find(({ value }) => isMeant(value)) ?? [answer, ...fenced, braced].map(parsed).find(Boolean))?.value;
};

/** The end of thoughts alone counts too: some templates begin them in the prompt. Thoughts without an end are all there is. */
const withoutThoughts = (text: string): string => {
  const final = text.lastIndexOf(FINAL);
  let rest = final < 0 ? text : text.slice(final + FINAL.length).replace(/<\|(return|end)\|>\s*$/, '');
  for (const [begin, end] of MARKS) {
    const over = rest.lastIndexOf(end);
    if (over >= 0) rest = rest.slice(over + end.length);
    const open = rest.indexOf(begin);
    if (open >= 0) rest = rest.slice(0, open);
  }
  return rest.trim();
};

/** Every object that stands in a text by itself, the last one first. */
const objectsIn = (text: string): string[] => {
  const objects: string[] = [];
  const begins = [...text.matchAll(/\{\s*["}]/g)].map(({ index }) => index);
  let from = 0;
  let failures = 0;
  for (const begin of begins) {
    if (begin < from) continue;
    if (failures > MAX_ATTEMPTS) break;
    const end = endOf(text, begin);
    if (end === undefined || !parsed(text.slice(begin, end))) {
      failures += 1;
      continue;
    }
    objects.unshift(text.slice(begin, end));
    from = end;
  }
  return objects;
};

/** Where the brace that opens here is closed; braces in strings do not count. */
const endOf = (text: string, begin: number): number | undefined => {
  let depth = 0;
  let isInString = false;
  for (let index = begin; index < text.length; index += 1) {
    const character = text[index];
    if (isInString) {
      if (character === '\\') index += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
};

const parsed = (text: string | undefined): { value: unknown } | undefined => {
  if (!text) return undefined;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // A SyntaxError: not this one; another may be.
    return undefined;
  }
};
