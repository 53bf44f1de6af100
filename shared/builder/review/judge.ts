import { type ReviewerAnswer, reviewer } from '../roles/reviewer.ts';
import type { Draft, Steps } from '../steps/steps.ts';
import type { Part } from './proposal.ts';
import { shownPart } from './show.ts';

export type Judged = { part: Part; verdict: 'apply' | 'ignore' | 'rework'; reason: string };

/** Characters of the parts in one question: what a model still reads with care. */
const MAX_QUESTION = 24_000;
/** A part longer than this is given back unread: read as a whole it would not be read well. */
const MAX_PART = 48_000;
const TOO_LONG = 'This is too long to be reviewed in one piece: write it in several files, or in several steps.';

type Asked = { name: string; task: string; draft: Draft; parts: readonly Part[] };

/** A verdict on each part. What the reviewer does not judge, asked twice, is to be reworked: it is never accepted unread. */
export const judgeParts = async (steps: Pick<Steps, 'ask'>, asked: Asked): Promise<Judged[]> => {
  const shown = asked.parts.map((part) => ({ part, text: shownPart(part) }));
  const tooLong = shown.filter(({ text }) => text.length > MAX_PART);
  const readable = shown.filter(({ text }) => text.length <= MAX_PART);
  const judged: Judged[] = tooLong.map(({ part }) => ({ part, verdict: 'rework', reason: TOO_LONG }));
  for (const [index, batch] of batches(readable).entries()) {
    judged.push(...(await judgeBatch(steps, { ...asked, name: `${asked.name}/${index + 1}`, batch })));
  }
  return judged;
};

type Shown = { part: Part; text: string };

const batches = (shown: readonly Shown[]): Shown[][] => {
  const all: Shown[][] = [];
  let room = 0;
  for (const one of shown) {
    if (one.text.length > room || all.length === 0) {
      all.push([]);
      room = MAX_QUESTION;
    }
    all.at(-1)?.push(one);
    room -= one.text.length;
  }
  return all;
};

type Batch = { name: string; task: string; draft: Draft; batch: readonly Shown[] };

const judgeBatch = async (steps: Pick<Steps, 'ask'>, { name, task, draft, batch }: Batch): Promise<Judged[]> => {
  const ids = batch.map(({ part }) => part.id);
  const question = [`The task:\n${task}`, `The change:`, ...batch.map(({ text }) => text)].join('\n\n');
  let answer = await steps.ask(name, { role: reviewer, input: question, draft });
  const wrong = mistakesIn(answer, ids);
  if (wrong !== undefined) {
    answer = await steps.ask(`${name}/again`, {
      role: reviewer,
      input: `${question}\n\nYour last answer: ${wrong}`,
      draft,
    });
  }
  const stillWrong = mistakesIn(answer, ids);
  if (stillWrong !== undefined) {
    const reason = `The reviewer did not judge this as asked: ${stillWrong}`;
    return batch.map(({ part }) => ({ part, verdict: 'rework', reason }));
  }
  const verdicts = new Map(answer.verdicts.map((one) => [one.hunk, one]));
  return batch.flatMap(({ part }) => {
    const found = verdicts.get(part.id);
    return found ? [{ part, verdict: found.verdict, reason: found.reason }] : [];
  });
};

/** What is wrong with an answer, for whoever gave it: each hunk has one verdict, and there are no others. */
export const mistakesIn = ({ verdicts }: ReviewerAnswer, ids: readonly string[]): string | undefined => {
  const given = verdicts.map(({ hunk }) => hunk);
  const missing = ids.filter((id) => !given.includes(id));
  const invented = given.filter((id) => !ids.includes(id));
  const twice = [...new Set(given.filter((id, index) => given.indexOf(id) !== index && ids.includes(id)))];
  const mistakes = [
    ...(missing.length > 0 ? [`no verdict on ${missing.join(', ')}`] : []),
    ...(invented.length > 0 ? [`there is no hunk ${invented.join(', ')}`] : []),
    ...(twice.length > 0 ? [`several verdicts on ${twice.join(', ')}`] : []),
  ];
  return mistakes.length > 0 ? `${mistakes.join('; ')}.` : undefined;
};
