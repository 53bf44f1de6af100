import { FOCUSABLE } from '../../design/dialog/way-back.ts';

const elementFrom = (node: Node | null, side: 'nextSibling' | 'previousSibling'): Element | undefined => {
  let one = node;
  while (one && !(one instanceof Element)) one = one[side];
  return one ?? undefined;
};

/** What stands beside what was taken away, if it is of its kind: the next row, or the one before; another button. */
const beside = (removed: Node, { nextSibling, previousSibling }: MutationRecord): HTMLElement | undefined => {
  const neighbours = [elementFrom(nextSibling, 'nextSibling'), elementFrom(previousSibling, 'previousSibling')];
  for (const one of neighbours) {
    if (!one?.isConnected) continue;
    if (one.matches(FOCUSABLE)) return one as HTMLElement;
    const inside = one.nodeName === removed.nodeName ? one.querySelector<HTMLElement>(FOCUSABLE) : null;
    if (inside) return inside;
  }
  return undefined;
};

/** The heading that it stood under: of the closest thing around it that is still there and has one. */
const headingOver = (around: readonly Element[]): HTMLElement | undefined => {
  for (const one of around) {
    const heading = one.isConnected ? one.querySelector<HTMLElement>('h1, h2') : null;
    if (heading) return heading;
  }
  return undefined;
};

const around = (one: Element): Element[] => {
  const found: Element[] = [];
  for (let above = one.parentElement; above && above !== document.body; above = above.parentElement) found.push(above);
  return found;
};

/**
 * Whoever used what is then taken away, as the button in a row that was deleted, goes on from the row beside it, or from the heading
 * above: the browser would begin again at the top of the page, and a screen reader say nothing (WCAG 2.2, 2.4.3). Returns how to end it.
 */
export const keepFocus = (): (() => void) => {
  let last: Element | undefined;
  let above: readonly Element[] = [];
  const onFocus = ({ target }: FocusEvent): void => {
    last = target as Element;
    above = around(last);
  };
  const onBlur = (): void => {
    const left = last;
    // Whoever clicks beside it has left it. What is being taken away is gone only after this.
    queueMicrotask(() => {
      if (last === left && left?.isConnected) last = undefined;
    });
  };
  const nextOf = (gone: Element, changes: readonly MutationRecord[]): HTMLElement | undefined => {
    for (const change of changes) {
      const removed = [...change.removedNodes].find((node) => node.contains(gone));
      const found = removed && beside(removed, change);
      if (found) return found;
    }
    return headingOver(above);
  };
  const watch = new MutationObserver((changes) => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const next = nextOf(last, changes);
    if (!next) return;
    last = undefined;
    if (!next.matches(FOCUSABLE) && !next.hasAttribute('tabindex')) next.tabIndex = -1;
    next.focus({ preventScroll: true });
  });
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
  };
};
