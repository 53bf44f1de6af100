import { SCROLLS } from '../../../design/show/scrolls.ts';
import { visible } from '../../../design/show/visible.ts';
import { texts } from '../../../texts/index.ts';
import type { DiffHunk } from '../api.ts';
import { numbered } from './numbered.ts';

/** A hunk's lines with their numbers on both sides; what was added and removed is told by sign and ground. */
export const HunkLines = ({ hunk, label }: { hunk: DiffHunk; label: string }) => {
  const { common } = texts();
  return (
    <section class="hunk-lines" {...SCROLLS} aria-label={label}>
      <table>
        <tbody>
          {numbered(hunk).map(({ sign, text, before, after }, index) => (
            <tr key={index} class={sign === '+' ? 'added' : sign === '-' ? 'removed' : undefined}>
              <td class="number">{before}</td>
              <td class="number">{after}</td>
              <td class="sign">
                <span aria-hidden="true">{sign}</span>
                {sign !== ' ' && <span class="visually-hidden">{sign === '+' ? common.added : common.removed}</span>}
              </td>
              <td>
                <code>{visible(text)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
