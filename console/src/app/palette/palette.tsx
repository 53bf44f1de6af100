import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Dialog } from '../../design/dialog/dialog.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { texts } from '../../texts/index.ts';
import { openAddress } from '../place/route.ts';
import { projectEntries, screenEntries } from './entries.ts';
import { best, type Entry } from './find.ts';

/** Goes anywhere by a few letters: a list that is filtered as one types, with the arrow keys and Enter. */
export const Palette = ({ onClose }: { onClose: () => void }) => {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Entry[]>([]);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const { palette } = texts();
  useEffect(() => {
    input.current?.focus();
    const stop = new AbortController();
    void projectEntries(stop.signal).then(setFound);
    return () => stop.abort();
  }, []);
  const shown = useMemo(() => best([...screenEntries(), ...found], typed), [typed, found]);
  const open = (entry: Entry | undefined): void => {
    if (!entry) return;
    onClose();
    openAddress(entry.href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt((at + step + shown.length) % shown.length);
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
          setAt(0);
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
      {shown.length === 0 && <Empty title={palette.nothing} />}
    </Dialog>
  );
};
