import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { texts } from '../../texts/index.ts';
import { Button } from '../form/button.tsx';
import { wayBack } from './way-back.ts';

export type DialogProps = {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
  isWide?: boolean;
  /** Something was filled in, which a slip of the hand does not throw away: its button for that does. */
  isChanged?: boolean;
};

/** Something to be done before the rest goes on. The browser keeps the focus in it, and Escape closes it. */
export const Dialog = ({ title, children, onClose, isWide, isChanged }: DialogProps) => {
  const place = useRef<HTMLDialogElement>(null);
  const isGone = useRef(false);
  const id = useId();
  const leave = (): void => {
    if (!isChanged || confirm(texts().common.unsavedHere)) onClose();
  };
  useEffect(() => {
    const goBack = wayBack();
    const dialog = place.current;
    dialog?.showModal();
    return () => {
      // Nothing behind an open one can have the focus. That it is closed says nothing to whoever took it away.
      isGone.current = true;
      dialog?.close();
      goBack();
    };
  }, []);
  return (
    <dialog
      ref={place}
      class={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onClose={() => isGone.current || onClose()}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <Button kind="quiet" label={texts().common.close} onClick={leave}>
          <span aria-hidden="true">✕</span>
        </Button>
      </header>
      {children}
    </dialog>
  );
};
