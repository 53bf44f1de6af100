import type { ComponentChildren } from 'preact';
import type { Problem } from '../../api/problem.ts';
import { ProblemNote } from '../show/problem-note.tsx';

export type FormProps = {
  children: ComponentChildren;
  onSubmit: () => void;
  problem?: Problem | undefined;
  label?: string;
};

/** A form that is sent by its button or the Enter key, and says above its end what went wrong. What was typed stays. */
export const Form = ({ children, onSubmit, problem, label }: FormProps) => (
  <form
    class="form"
    aria-label={label}
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    {children}
    <ProblemNote problem={problem} />
  </form>
);

/** The buttons at the end of a form or a dialog. */
export const Actions = ({ children }: { children: ComponentChildren }) => <div class="actions">{children}</div>;
