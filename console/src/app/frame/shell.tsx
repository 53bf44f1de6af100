import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../../design/form/button.tsx';
import { texts } from '../../texts/index.ts';
import { Palette } from '../palette/palette.tsx';
import { place } from '../place/route.ts';
import { Current } from './current.tsx';
import { keepFocus } from './keep-focus.ts';
import { Navigation } from './navigation.tsx';

/**
 * The menu goes when a place was chosen in it, were it the one that is shown; with Escape, which leads back to its button; and
 * as soon as something that it covers has the focus.
 */
const foldedBy = (fold: () => void): (() => void) => {
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || document.querySelector('dialog[open]')) return;
    fold();
    document.querySelector<HTMLElement>('.top > .button')?.focus();
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if ((target as Element | null)?.closest?.('main')) fold();
  };
  const onClick = ({ target }: MouseEvent): void => {
    if ((target as Element | null)?.closest?.('nav a')) fold();
  };
  addEventListener('keydown', onKey);
  addEventListener('click', onClick);
  addEventListener('focusin', onFocus);
  return () => {
    removeEventListener('keydown', onKey);
    removeEventListener('click', onClick);
    removeEventListener('focusin', onFocus);
  };
};

/** What surrounds every screen of somebody who is signed in. */
export const Shell = () => {
  const [isMenuOpen, openMenu] = useState(false);
  const [isPaletteOpen, openPalette] = useState(false);
  const { common } = texts();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      openPalette(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(keepFocus, []);
  const { screen } = place.value;
  // On a narrow screen the menu lies above what was chosen in it.
  useEffect(() => openMenu(false), [screen]);
  useLayoutEffect(() => (isMenuOpen ? foldedBy(() => openMenu(false)) : undefined), [isMenuOpen]);
  return (
    <div class={isMenuOpen ? 'shell menu-open' : 'shell'}>
      <a class="skip" href="#content">
        {common.skip}
      </a>
      <header class="top">
        <Button kind="quiet" label={common.menu} isExpanded={isMenuOpen} onClick={() => openMenu(!isMenuOpen)}>
          <span aria-hidden="true">☰</span>
        </Button>
        <span class="product">{common.product}</span>
        <Button kind="quiet" onClick={() => openPalette(true)}>
          {common.search} <kbd>Ctrl K</kbd>
        </Button>
      </header>
      <Navigation />
      <main id="content" tabIndex={-1}>
        <Current />
      </main>
      {isPaletteOpen && <Palette onClose={() => openPalette(false)} />}
    </div>
  );
};
