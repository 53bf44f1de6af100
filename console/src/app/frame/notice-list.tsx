import { Button } from '../../design/form/button.tsx';
import { texts } from '../../texts/index.ts';
import { dismiss, notices } from './notices.ts';

/** Words about what happened, in a corner; a screen reader speaks them when they appear. */
export const Notices = () => {
  const { common } = texts();
  return (
    <section class="notices" aria-label={common.notices} aria-live="polite">
      {notices.value.map(({ id, text, kind, to }) => (
        <div key={id} class={`notice ${kind}`}>
          {to ? (
            <a href={to} onClick={() => dismiss(id)} dir="auto">
              {text}
            </a>
          ) : (
            <span dir="auto">{text}</span>
          )}
          <Button kind="quiet" label={common.dismiss} onClick={() => dismiss(id)}>
            <span aria-hidden="true">✕</span>
          </Button>
        </div>
      ))}
    </section>
  );
};
