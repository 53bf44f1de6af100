import { texts } from '../../../texts/index.ts';
import { compared, type Piece, sideOf } from './marks.ts';

/** What was changed is marked by a line, by its ground, and for a screen reader by a word. */
const Marked = ({ kind, text }: Piece) => {
  const { common } = texts();
  if (kind === 'same') return <>{text}</>;
  const word = <span class="visually-hidden">{kind === 'removed' ? common.removed : common.added}: </span>;
  return kind === 'removed' ? (
    <del>
      {word}
      {text}
    </del>
  ) : (
    <ins>
      {word}
      {text}
    </ins>
  );
};

const Side = ({ title, pieces }: { title: string; pieces: readonly Piece[] }) => (
  <div class="policy-side">
    <p class="hint">{title}</p>
    <p class="policy-text" dir="auto">
      {pieces.map((one, at) => (
        <Marked key={at} {...one} />
      ))}
    </p>
  </div>
);

/** A text before and after, side by side where there is room, with what differs marked. */
export const Comparison = ({ before, after }: { before: string; after: string }) => {
  const { policies } = texts();
  const pieces = compared(before, after);
  return (
    <div class="policy-diff">
      <Side title={policies.before} pieces={sideOf(pieces, 'before')} />
      <Side title={policies.after} pieces={sideOf(pieces, 'after')} />
    </div>
  );
};
