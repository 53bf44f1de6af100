import type { ComponentChildren } from 'preact';

export type ButtonProps = {
  children: ComponentChildren;
  /** `main`: the one thing a form or page is for; `danger`: what cannot be taken back. */
  kind?: 'main' | 'plain' | 'danger' | 'quiet';
  type?: 'button' | 'submit';
  /** What it started is under way: it cannot be pressed again, and says so to a screen reader. */
  isBusy?: boolean | undefined;
  isDisabled?: boolean | undefined;
  /** Where its text alone does not say what it does. */
  label?: string | undefined;
  isPressed?: boolean | undefined;
  isExpanded?: boolean | undefined;
  onClick?: (() => void) | undefined;
};

export const Button = ({
  children,
  kind = 'plain',
  type = 'button',
  isBusy,
  isDisabled,
  label,
  isPressed,
  isExpanded,
  onClick,
}: ButtonProps) => (
  <button
    type={type}
    class={`button ${kind}`}
    disabled={isDisabled}
    aria-disabled={isBusy || undefined}
    aria-busy={isBusy || undefined}
    aria-label={label}
    aria-pressed={isPressed}
    aria-expanded={isExpanded}
    onClick={isBusy ? (event) => event.preventDefault() : onClick}
  >
    {children}
  </button>
);
