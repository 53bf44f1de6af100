import { href } from '../../../app/place/route.ts';
import { size } from '../../../design/figure/size.ts';
import { Checkbox } from '../../../design/form/field.tsx';
import { Badge, type Tone } from '../../../design/show/badge.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { DiffHunk, FileDiff } from '../api.ts';
import { partsOf } from '../review/parts.ts';
import { HunkLines } from './hunk-lines.tsx';

const TONES: Record<FileDiff['change'], Tone> = { added: 'good', changed: 'neutral', removed: 'bad' };

export type FileDiffProps = {
  file: FileDiff;
  /** Ids of the parts that are to be taken back. */
  dropped: ReadonlySet<string>;
  onKeep: (ids: readonly string[], isKept: boolean) => void;
};

/** One file of a difference, part by part, each with its mark. */
export const FileDiffView = ({ file, dropped, onKeep }: FileDiffProps) => {
  const { path, change, bytes, hunks } = file;
  const t = texts().files;
  const parts = partsOf(file);
  const isWhole = parts.length === 1 && parts[0]?.hunk === undefined;
  const shown = (count: number | null): string => (count === null ? '–' : size(count));
  return (
    <article class="file-diff" aria-label={path}>
      <header>
        <h3>
          {change === 'removed' ? (
            <bdi>{path}</bdi>
          ) : (
            <a href={href({ screen: 'files', query: { path } })}>
              <bdi>{path}</bdi>
            </a>
          )}
        </h3>
        <Badge tone={TONES[change]}>{t.changeKinds[change]}</Badge>
        <span class="hint number">
          {shown(bytes.before)} → {shown(bytes.after)}
        </span>
      </header>
      {isWhole && (
        <Checkbox
          label={filled(t.keepFile[change], { path })}
          isChecked={!dropped.has(parts[0]?.id ?? '')}
          onChange={(isKept) => onKeep([parts[0]?.id ?? ''], isKept)}
        />
      )}
      {hunks === null && <p class="hint">{t.noLines}</p>}
      {hunks?.length === 0 && <p class="hint">{change === 'changed' ? t.onlyMode : t.emptyFile}</p>}
      {isWhole && hunks?.map((hunk) => <HunkLines key={hunk.new_start} hunk={hunk} label={path} />)}
      {!isWhole &&
        parts.map(({ id, hunk }) =>
          hunk ? (
            <div key={id} class={dropped.has(id) ? 'hunk dropped' : 'hunk'}>
              <Checkbox
                label={filled(t.keepHunk, { lines: linesText(hunk), path })}
                isChecked={!dropped.has(id)}
                onChange={(isKept) => onKeep([id], isKept)}
              />
              <HunkLines hunk={hunk} label={`${path}, ${linesText(hunk)}`} />
            </div>
          ) : null,
        )}
    </article>
  );
};

const linesText = ({ new_start, new_lines }: DiffHunk): string =>
  new_lines > 1 ? `${new_start}–${new_start + new_lines - 1}` : String(new_start);
