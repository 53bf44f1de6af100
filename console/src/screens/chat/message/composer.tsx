import { useEffect, useRef, useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { user } from '../../../app/person/session.ts';
import { Button } from '../../../design/form/button.tsx';
import { Select, TextArea } from '../../../design/form/field.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import type { Message } from '../conversation.ts';

export type Agent = { name: string; label: string };
type Conflict = NonNullable<Message['on_conflict']>;

/** What was begun in a chat and not sent, by person and chat: whoever goes to look at something else finds it again. */
const drafts = new Map<string, string>();

export type ComposerProps = {
  session: string;
  agents: readonly Agent[];
  /** Somebody works for this chat already: what a further message is to do about it. */
  isBusy: boolean;
  target: string;
  onTarget: (agent: string) => void;
  onSend: (message: Message) => Promise<void>;
};

/** Where a message is written. Enter sends it, with Shift it begins a line; what could not be sent stays. */
export const Composer = ({ session, agents, isBusy, target, onTarget, onSend }: ComposerProps) => {
  const draft = `${user.value?.id} ${session}`;
  const [content, setContent] = useState(drafts.get(draft) ?? '');
  const [conflict, setConflict] = useState<Conflict>('enqueue');
  const area = useRef<HTMLTextAreaElement>(null);
  const { chat } = texts();
  const sending = useAction(async () => {
    const said = content;
    await onSend({
      content: said,
      ...(target && { target_agent: target }),
      ...(isBusy && { on_conflict: conflict }),
    });
    // What was typed meanwhile stays.
    setContent((now) => (now === said ? '' : now));
  });
  useEffect(() => {
    if (content) drafts.set(draft, content);
    else drafts.delete(draft);
  }, [draft, content]);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);
  const send = (): void => {
    if (content.trim()) void sending.run();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        label={chat.message}
        rows={3}
        value={content}
        onInput={setContent}
        areaRef={area}
        placeholder={target ? chat.toAgent : chat.toTeam}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div class="row">
        <Select
          label={chat.to}
          value={target}
          onInput={onTarget}
          options={[
            { value: '', label: chat.orchestrator },
            ...agents.map(({ name, label }) => ({ value: name, label })),
          ]}
        />
        {isBusy && (
          <Select
            label={chat.meanwhile}
            value={conflict}
            onInput={(value) => setConflict(value as Conflict)}
            options={(['enqueue', 'interrupt', 'reject'] as const).map((value) => ({
              value,
              label: chat.conflicts[value],
            }))}
          />
        )}
        <Button kind="main" type="submit" isBusy={sending.isBusy.value} isDisabled={!content.trim()}>
          {chat.send}
        </Button>
      </div>
      <ProblemNote problem={sending.problem.value} />
    </form>
  );
};
