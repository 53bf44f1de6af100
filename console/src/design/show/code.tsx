import { useState } from 'preact/hooks';
import { texts } from '../../texts/index.ts';
import { Button } from '../form/button.tsx';
import { SCROLLS } from './scrolls.ts';

/** Text in a fixed width, as it is. It can be scrolled with the keyboard, and copied. */
export const Code = ({ text, label }: { text: string; label: string }) => {
  const [isCopied, setCopied] = useState(false);
  const { common } = texts();
  return (
    <div class="code-block">
      <section {...SCROLLS} aria-label={label}>
        <pre dir="auto">{text}</pre>
      </section>
      <Button
        kind="quiet"
        label={`${common.copy}: ${label}`}
        onClick={() =>
          void navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {isCopied ? common.copied : common.copy}
      </Button>
    </div>
  );
};

/** A value as indented JSON. */
export const Json = ({ value, label }: { value: unknown; label: string }) => (
  <Code text={JSON.stringify(value, null, 2) ?? ''} label={label} />
);
