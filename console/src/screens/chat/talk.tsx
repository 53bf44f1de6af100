import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SessionEvent } from '../../../../clients/typescript/src/index.ts';
import { useAction } from '../../api/action.ts';
import { useResource } from '../../api/resource.ts';
import { artel } from '../../app/person/session.ts';
import { refine } from '../../app/place/route.ts';
import { hearOfApprovals } from '../../app/project/approvals.ts';
import { project } from '../../app/project/project.ts';
import { Starter } from '../../app/project/starter.tsx';
import { Button } from '../../design/form/button.tsx';
import { Busy } from '../../design/show/busy.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { texts } from '../../texts/index.ts';
import { conversation } from './conversation.ts';
import { Composer } from './message/composer.tsx';
import { useNaming } from './message/naming.ts';
import { TEAM, targetOf } from './message/target.ts';
import { agentsOf, namesOf } from './names.ts';
import { TurnView } from './turn.tsx';

/** Turns that are drawn at once; earlier ones are a button away. */
const DRAWN = 40;
/** Pixels from the end within which a person is taken to follow what is written. */
const NEAR = 120;

/** One list, so that what depends on it is not made again at each drawing. */
const NONE: never[] = [];

/** A page of a secure origin may open sockets of other hosts by its policy; another asks the API itself. */
const overSocket = location.protocol === 'https:';

type TalkProps = {
  session: string;
  target: string | undefined;
  onEvent: (event: SessionEvent) => void;
  /** Of a chat without a name: it has been called by its first message. */
  onNamed?: () => void;
};

/** One chat: what was said and is being said, and where the next message is written. */
export const Talk = ({ session, target, onEvent, onNamed }: TalkProps) => {
  const at = project.value;
  const { chat } = texts();
  const [drawn, setDrawn] = useState(DRAWN);
  const talk = useMemo(
    () =>
      conversation(
        artel(),
        { session, project: at },
        {
          overSocket,
          onEvent: (event) => {
            hearOfApprovals(event);
            onEvent(event);
          },
        },
      ),
    [session, at],
  );
  useEffect(() => {
    const stop = new AbortController();
    void talk.follow(stop.signal);
    return () => stop.abort();
  }, [talk]);
  const agents = useResource(
    (signal) =>
      artel().call('GET /my/projects/{project_id}/agents', { path: { project_id: at }, query: { limit: 100 }, signal }),
    [at],
  );
  const known = agents.data.value?.items ?? NONE;
  // Whoever writes to nobody is answered by nobody.
  const hasNobody = agents.data.value?.items.length === 0;
  const nameOf = useMemo(() => namesOf(known), [known]);
  const agentOf = useMemo(() => agentsOf(known), [known]);
  const turns = talk.turns.value;
  const shown = turns.slice(-drawn);
  const end = useRef<HTMLDivElement>(null);
  const isNear = useRef(true);
  useEffect(() => {
    const look = (): void => {
      isNear.current = document.documentElement.scrollHeight - innerHeight - scrollY < NEAR;
    };
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  useLayoutEffect(() => {
    if (isNear.current) end.current?.scrollIntoView({ block: 'end' });
  }, [turns]);
  const earlier = useAction(async () => {
    if (drawn >= turns.length) await talk.earlier();
    setDrawn(drawn + DRAWN);
  });
  const naming = useNaming({ session, project: at }, onNamed);
  return (
    <div class="talk">
      <ProblemNote problem={talk.problem.value ?? earlier.problem.value ?? naming.problem} />
      {!talk.isKnown.value && !talk.problem.value && <Busy />}
      <ProblemNote problem={agents.problem.value} onRetry={() => void agents.reload()} />
      {hasNobody && <Starter onMade={() => void agents.reload()} />}
      {talk.isKnown.value && turns.length === 0 && !hasNobody && (
        <Empty title={chat.emptyTalk}>
          <p>{chat.emptyTalkHint}</p>
        </Empty>
      )}
      {(shown.length < turns.length || talk.hasEarlier.value) && (
        <Button isBusy={earlier.isBusy.value} onClick={() => void earlier.run()}>
          {chat.earlier}
        </Button>
      )}
      <ol class="turns" aria-label={chat.conversation} aria-live="polite" aria-relevant="additions">
        {shown.map((turn) => (
          <TurnView key={turn.run} turn={turn} nameOf={nameOf} agentOf={agentOf} onCancel={talk.cancel} />
        ))}
      </ol>
      {!hasNobody && (
        <Composer
          session={session}
          agents={known.map(({ name, config }) => ({ name, label: config.display_name ?? name }))}
          isBusy={talk.underWay.value.length > 0}
          target={targetOf(target, turns, agentOf)}
          onTarget={(agent) => refine({ to: agent || TEAM })}
          onSend={async (message) => {
            isNear.current = true;
            // Somebody may be quicker than the history, which tells nothing of a chat that was just begun.
            const isFirst = turns.length === 0;
            await talk.send(message);
            if (isFirst) naming.callIt(message.content);
          }}
        />
      )}
      <div ref={end} />
    </div>
  );
};
