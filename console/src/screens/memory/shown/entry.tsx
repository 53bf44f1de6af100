import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { project } from '../../../app/project/project.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions } from '../../../design/form/form.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { filled, formattedNumber, texts } from '../../../texts/index.ts';
import { pin } from '../transfer/pin.ts';
import type { MemoryEntry } from './list.tsx';
import { Provenance } from './provenance.tsx';

type Props = {
  entry: MemoryEntry;
  /** What contradicts it, where that is among those shown. */
  successor: MemoryEntry | undefined;
  agent: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onForget: () => void;
  onChanged: () => void;
};

/** What a screen reader calls a memory by: its beginning. */
const nameOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Characters of a long memory that are shown at first. */
const SHOWN = 1_000;

export const Entry = ({ entry, successor, agent, isChosen, onChoose, onForget, onChanged }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const { memory } = texts();
  const name = nameOf(entry.text);
  const isLong = entry.text.length > SHOWN;
  const toggle = useAction(async () => {
    const isThere = await pin({ project: project.value, agent }, entry.id, !entry.pinned);
    const done = entry.pinned ? memory.unpinned : memory.nowPinned;
    notify(isThere ? done : memory.gone, { kind: isThere ? 'done' : 'failed' });
    onChanged();
  });
  return (
    <li class={entry.superseded_by === null ? undefined : 'superseded'}>
      <div class="memory-head">
        <input
          type="checkbox"
          aria-label={filled(memory.chooseOne, { name })}
          checked={isChosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        />
        <span class="hint">
          <Time at={entry.created_at} />
        </span>
        <Badge>{memory.types[entry.type] ?? entry.type}</Badge>
        {entry.pinned && <Badge tone="good">{memory.pinned}</Badge>}
        {entry.success === false && <Badge tone="bad">{memory.failed}</Badge>}
        {entry.superseded_by !== null && <Badge tone="attention">{memory.superseded}</Badge>}
        {entry.score !== null && (
          <span class="hint">
            {filled(memory.score, { score: formattedNumber(Math.round(entry.score * 1_000) / 1_000) })}
          </span>
        )}
      </div>
      <p class="memory-text" dir="auto">
        {isLong && !isWhole ? `${entry.text.slice(0, SHOWN)}…` : entry.text}
      </p>
      {isLong && (
        <Button
          kind="quiet"
          isExpanded={isWhole}
          label={`${memory.wholeText}: ${name}`}
          onClick={() => setWhole(!isWhole)}
        >
          {memory.wholeText}
        </Button>
      )}
      {entry.superseded_by !== null && (
        <p class="hint" dir="auto">
          {successor ? filled(memory.supersededBy, { text: nameOf(successor.text) }) : memory.supersededByNewer}
        </p>
      )}
      <Actions>
        <Button
          kind="quiet"
          isExpanded={isOpen}
          label={`${memory.provenance}: ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          {memory.provenance}
        </Button>
        <Button
          kind="quiet"
          isBusy={toggle.isBusy.value}
          label={`${entry.pinned ? memory.unpin : memory.pin}: ${name}`}
          onClick={() => void toggle.run()}
        >
          {entry.pinned ? memory.unpin : memory.pin}
        </Button>
        <Button kind="quiet" label={`${memory.forget}: ${name}`} onClick={onForget}>
          {memory.forget}
        </Button>
      </Actions>
      <ProblemNote problem={toggle.problem.value} />
      {isOpen && <Provenance entry={entry} />}
    </li>
  );
};
