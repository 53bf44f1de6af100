/** What can have the focus. */
export const FOCUSABLE: string = ['a[href]', 'button', 'input', 'select', 'textarea', 'summary', '[tabindex="0"]']
  .map((one) => `${one}:not(:disabled)`)
  .join();

/** Leads back to what has the focus now; where that is gone by then, as with a row that was deleted, to the row beside its own. */
export const wayBack = (): (() => void) => {
  const before = document.activeElement as HTMLElement | null;
  const row = before?.closest('tr, li');
  const neighbours = [row?.nextElementSibling, row?.previousElementSibling];
  return () => {
    const beside = neighbours.find((one) => one?.isConnected);
    if (before?.isConnected) before.focus();
    else beside?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  };
};
