import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../api/problem.ts';
import { filled, texts } from '../../texts/index.ts';
import { Button } from '../form/button.tsx';
import { TextField } from '../form/field.tsx';
import { Actions, Form } from '../form/form.tsx';
import { Dialog } from './dialog.tsx';

export type ConfirmProps = {
  title: string;
  /** What will happen. */
  text: string;
  /** What the button says. */
  action: string;
  /** What has to be typed first, where there is no way back. */
  typed?: string;
  isBusy?: boolean;
  problem?: Problem | undefined;
  /** What else is to be chosen. */
  children?: ComponentChildren;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something is done that cannot be taken back. */
export const Confirm = ({
  title,
  text,
  action,
  typed,
  isBusy,
  problem,
  onConfirm,
  onClose,
  children,
}: ConfirmProps) => {
  const [value, setValue] = useState('');
  const { common } = texts();
  const isReady = typed === undefined || value === typed;
  return (
    <Dialog title={title} onClose={onClose}>
      <Form problem={problem} onSubmit={() => isReady && onConfirm()}>
        <p dir="auto">{text}</p>
        {children}
        {typed !== undefined && (
          <TextField
            label={filled(common.typeToConfirm, { name: typed })}
            value={value}
            onInput={setValue}
            autocomplete="off"
          />
        )}
        <Actions>
          <Button kind="danger" type="submit" isBusy={isBusy} isDisabled={!isReady}>
            {action}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
};
