/** One thing to do and the numbers, from 0, of the steps it needs done before. */
export type Step = { text: string; after: number[] };

const item = /^\s*(?:(\d+)[.)]|[-*•])\s+(.+)$/;
const parallel = /\b(?:in parallel|at the same time|simultaneously|concurrently)\b|параллельно|одновременно/i;
const reference =
  /\(?\b(?:after|using|based on|needs|depends on)\s+(?:steps?|tasks?|items?)?\s*#?(\d+(?:\s*(?:,|and|&)\s*\d+)*)\)?/i;
const finallyWord = /^(?:and\s+)?(?:finally|at the end|lastly|в конце|наконец)[,:]?\s+/i;
const lead =
  /^(?:please\s+|and\s+|first(?:ly)?,?\s+|second(?:ly)?,?\s+|then,?\s+|next,?\s+|after that,?\s+|сначала\s+|затем\s+|потом\s+|и\s+)+/i;
const breaks =
  /\s*(?:[,;.]?\s+(?:and\s+)?(?=(?:then|after that|next|finally|lastly)\b)|[,;.]?\s+(?:и\s+)?(?=(?:затем|потом|после этого|в конце|наконец)(?!\p{L})))/iu;
const verbs =
  'research find search compare write draft summari[sz]e collect gather analy[sz]e check review calculate translate list plan book read fetch describe explain create make prepare design test build count ask send compute outline';
const order = `(?:${verbs.replaceAll(' ', '|')})\\b`;
const anotherOrder = new RegExp(`(?:\\s*[,;]\\s*(?:and\\s+)?|\\s+and\\s+|\\.\\s+)(?=${order})`, 'iu');
/** In a text about parallel work each sentence is an order, whatever its verb. */
const anotherSentence = new RegExp(`${anotherOrder.source}|(?<=[.!?;])\\s+(?=\\p{Lu})`, 'iu');
/** Sentences before the first order, which give the context: "I have a shop. Research …". */
const preamble = new RegExp(`^(?:(?!${order})[^.!?;\\n]*[.!?;]\\s+)+(?=${order})`, 'iu');

/** Takes a goal apart: a list if it is written as one, otherwise stages ("first … then …") of parallel orders. */
export function stepsIn(goal: string): Step[] {
  const listed = unrolled(goal)
    .split('\n')
    .flatMap((line) => {
      const parts = item.exec(line);
      return parts ? [{ numbered: parts[1] !== undefined, text: parts[2]! }] : [];
    });
  return listed.length > 1 ? fromList(listed, parallel.test(goal)) : fromProse(goal);
}

/** A list that was written on one line ("1. Read. 2. Write.") gets a line for each of its numbers, if they count up from one. */
function unrolled(goal: string): string {
  const marks = [...goal.matchAll(/(?:^|\s)(\d+)[.)]\s/g)];
  const counts = marks.length > 1 && marks.every(([, digits], index) => Number(digits) === index + 1);
  return counts ? goal.replace(/(^|\s)(\d+[.)]\s)/g, '\n$2') : goal;
}

/** Numbered steps follow each other, bullets do not; "after 1 and 2" names its dependencies; "finally" needs all steps before it. */
function fromList(listed: { numbered: boolean; text: string }[], together: boolean): Step[] {
  return listed.map(({ numbered, text }, number) => {
    const named = reference.exec(text);
    const wanted = (named?.[1]?.match(/\d+/g) ?? []).map((digits) => Number(digits) - 1);
    const before = wanted.filter((other) => other >= 0 && other < number);
    const previous = numbered && !together && number > 0 ? [number - 1] : [];
    const all = finallyWord.test(text) ? Array.from({ length: number }, (_, other) => other) : previous;
    return { text: clean(named ? text.replace(named[0], '') : text), after: before.length > 0 ? before : all };
  });
}

/** Every order of a stage waits for all orders of the stage before; "finally" waits for every step that no other step waits for. */
function fromProse(goal: string): Step[] {
  const steps: Step[] = [];
  let stage: number[] = [];
  for (const part of goal.split(breaks)) {
    const open = steps.flatMap((_, number) => (steps.some(({ after }) => after.includes(number)) ? [] : [number]));
    const after = finallyWord.test(part) ? open : stage;
    stage = ordersIn(part).map((text) => steps.push({ text, after }) - 1);
  }
  return steps.length > 0 ? steps : [{ text: goal, after: [] }];
}

function ordersIn(part: string): string[] {
  const bare = part.replace(finallyWord, '').replace(lead, '');
  const before = preamble.exec(bare)?.[0] ?? '';
  const [first = '', ...rest] = bare.slice(before.length).split(parallel.test(part) ? anotherSentence : anotherOrder);
  return [before + first, ...rest].map(clean).filter((text) => /\p{L}/u.test(text));
}

function clean(text: string): string {
  const bare = text
    .replace(finallyWord, '')
    .replace(lead, '')
    .replace(parallel, '')
    .replace(/\s{2,}/g, ' ');
  const trimmed = bare.replace(/^[\s,:;]+|[\s,:;.]+$/g, '');
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}
