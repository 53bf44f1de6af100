import { texts } from '../../../texts/index.ts';
import type { Version } from '../api.ts';

/** Who made a version. */
export const Author = ({ author }: Pick<Version, 'author'>) => {
  const { authors } = texts().files;
  if (author.kind === 'agent' || author.kind === 'plug_in') return <bdi>{author.name}</bdi>;
  return <>{author.kind === 'person' ? authors.person : authors.system}</>;
};

/** How many files it added, changed and removed. */
export const Changes = ({ changes: { added, changed, removed } }: Pick<Version, 'changes'>) => {
  const { counts } = texts().files;
  const said = [
    { text: counts.added, sign: '+', count: added },
    { text: counts.changed, sign: '±', count: changed },
    { text: counts.removed, sign: '−', count: removed },
  ].filter(({ count }) => count > 0);
  return (
    <span class="number">
      {said.map(({ text, sign, count }) => (
        <span key={sign} class="change-count" title={text}>
          <span aria-hidden="true">{sign}</span>
          {count}
          <span class="visually-hidden"> {text}</span>
        </span>
      ))}
    </span>
  );
};
