import { sentencesOf, stemsOf } from './words.ts';

const keptSentences = 2;
const longest = 300;

/** The sentences with the most frequent words, in the order of the text. */
export function summarise(text: string): string {
  const sentences = sentencesOf(text);
  if (sentences.length <= keptSentences) return shorten(sentences.join(' '));
  const frequency = new Map<string, number>();
  for (const stem of stemsOf(text)) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const weighed = sentences.map((sentence, index) => {
    const stems = stemsOf(sentence);
    const weight = stems.reduce((sum, stem) => sum + (frequency.get(stem) ?? 0), 0) / Math.sqrt(stems.length || 1);
    return { sentence, index, weight };
  });
  const best = weighed.sort((a, b) => b.weight - a.weight || a.index - b.index).slice(0, keptSentences);
  return shorten(
    best
      .sort((a, b) => a.index - b.index)
      .map(({ sentence }) => sentence)
      .join(' '),
  );
}

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}
