import { memo } from 'preact/compat';
import { Markdown } from '../../design/show/markdown.tsx';
import { blocksOf } from './blocks.ts';
import type { Answer as Given } from './turns.ts';

const Block = memo(Markdown);

/** An answer, whole or as far as it has come. */
export const AnswerText = ({ answer }: { answer: Given }) => {
  if (answer.isComplete) return <Markdown text={answer.text} />;
  const { settled, rest } = blocksOf(answer.text);
  return (
    <div class="answer" aria-busy="true">
      {settled.map((text, index) => (
        // Pieces only ever follow each other.
        <Block key={index} text={text} />
      ))}
      <p class="answer-rest" dir="auto">
        {rest}
        <span class="cursor" aria-hidden="true" />
      </p>
    </div>
  );
};
