import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Dialog } from '../../design/dialog/dialog.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { texts } from '../../texts/index.ts';
import { openAddress } from '../place/route.ts';
import { projectEntries, projectLists, screenEntries } from './entries.ts';
import { best, type Entry, SHOWN } from './find.ts';
import { further } from './further.ts';
import { lookedThrough } from './looked-through.ts';

/** Milliseconds of quiet before what is typed is looked for where nothing was read yet. */
const QUIET = 250;

/** Goes anywhere by a few letters: a list that is filtered as one types, with the arrow keys and Enter. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const [typed, setTyped] = useState('');
  const [chosen, choose] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const { palette } = texts();
  const latest = useRef(typed);
  latest.current = typed;
  const { lists, reading } = useMemo(() => {
    const made = projectLists();
    const isEnough = (): boolean =>
      latest.current.trim() === '' || best(projectEntries(made), latest.current).length >= SHOWN;
    return { lists: made, reading: further(Object.values(made), isEnough) };
  }, []);
  useEffect(() => {
    input.current?.focus();
    return reading.stop;
  }, [reading]);
  useEffect(() => {
    const timer = setTimeout(() => void reading.read(), typed === '' ? 0 : QUIET);
    return () => clearTimeout(timer);
  }, [reading, typed]);
  const { chats, agents, builds } = lists;
  const known = [chats.items.value, agents.items.value, builds.items.value];
  const shown = useMemo(() => best([...screenEntries(), ...projectEntries(lists)], typed), [typed, ...known]);
  // What comes later may stand before what was chosen.
  const at = Math.max(
    0,
    shown.findIndex(({ href }) => href === chosen),
  );
  const foot = reading.isReading.value ? palette.reading : lookedThrough(lists);
  const open = (entry: Entry | undefined): void => {
    if (!entry) return;
    onClose();
    openAddress(entry.href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      choose(shown[(at + step + shown.length) % shown.length]?.href);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(shown[at]);
    }
  };
  return (
    <Dialog title={palette.title} onClose={onClose}>
      <input
        ref={input}
        class="palette-input"
        type="text"
        role="combobox"
        aria-label={palette.label}
        aria-expanded={shown.length > 0}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={shown[at] ? `palette-${at}` : undefined}
        placeholder={palette.placeholder}
        value={typed}
        autocomplete="off"
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          choose(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-list" class="palette-list" role="listbox" aria-label={palette.results}>
        {shown.map((entry, index) => (
          // The field above keeps the focus, and names the option; a click follows the link, as everywhere.
          <a
            key={entry.href + entry.label}
            id={`palette-${index}`}
            href={entry.href}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={onClose}
          >
            <span dir="auto">{entry.label}</span> <span class="hint">{entry.about}</span>
          </a>
        ))}
      </div>
      {shown.length === 0 && !reading.isReading.value && <Empty title={palette.nothing} />}
      <p class="palette-foot hint" role="status">
        {foot}
      </p>
    </Dialog>
  );
};
