import { useResource } from '../../../api/resource.ts';
import { artel } from '../../../app/person/session.ts';
import { href } from '../../../app/place/route.ts';
import { project } from '../../../app/project/project.ts';
import { Time } from '../../../design/figure/time.tsx';
import { State } from '../../../design/show/badge.tsx';
import { Busy } from '../../../design/show/busy.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { filled, formattedNumber, texts } from '../../../texts/index.ts';
import type { MemoryEntry } from './list.tsx';

/** An imported memory may name a chat of somewhere else. */
const SESSION = /^ses_[0-9A-HJKMNP-TV-Z]{26}$/;

type Source = { title: string | undefined; run: { id: string; state: string } | undefined };

const sourceOf = async (
  { session_id, message_id }: MemoryEntry,
  { at, signal }: { at: string; signal: AbortSignal },
): Promise<Source> => {
  if (session_id === null || !SESSION.test(session_id)) return { title: undefined, run: undefined };
  const runs = artel().call('GET /my/projects/{project_id}/runs', {
    path: { project_id: at },
    query: { session_id, limit: 100 },
    signal,
  });
  const session = artel()
    .call('GET /my/projects/{project_id}/chat/sessions/{session_id}', { path: { project_id: at, session_id }, signal })
    .catch((thrown: { status?: number }) => {
      // The chat was deleted since; what it left in the memory stays.
      if (thrown.status === 404) return undefined;
      throw thrown;
    });
  const [known, { items }] = await Promise.all([session, runs]);
  return { title: known?.title, run: items.find((run) => message_id !== null && run.message_id === message_id) };
};

/** From which chat and run a memory is, when, and why it was kept; how turns ended that were shown it. */
export const Provenance = ({ entry }: { entry: MemoryEntry }) => {
  const { memory } = texts();
  const at = project.value;
  const source = useResource((signal) => sourceOf(entry, { at, signal }), [entry.id]);
  const { session_id, agent_version, uses, tags, subject, importance, created_at, id, type } = entry;
  const known = source.data.value;
  const chat =
    session_id === null ? undefined : known?.title === undefined ? (
      <>
        <code>{session_id}</code> {known && <span class="hint">{memory.chatGone}</span>}
      </>
    ) : (
      <a href={href({ screen: 'chat', item: session_id })} dir="auto">
        {known.title}
      </a>
    );
  return (
    <div class="card">
      <ProblemNote problem={source.problem.value} onRetry={() => void source.reload()} />
      {known === undefined && source.isLoading.value && <Busy />}
      <Facts
        facts={[
          [memory.why, memory.whyBy[type] ?? filled(memory.whyOther, { type })],
          [memory.when, <Time key="when" at={created_at} />],
          [memory.fromChat, chat],
          [
            memory.fromRun,
            known?.run && (
              <>
                <a href={href({ screen: 'runs', item: known.run.id })}>{known.run.id}</a>{' '}
                <State state={known.run.state} />
              </>
            ),
          ],
          [memory.byVersion, agent_version === null ? undefined : formattedNumber(agent_version)],
          [memory.subject, subject === null ? undefined : <span dir="auto">{subject}</span>],
          [memory.tags, tags.length === 0 ? undefined : <span dir="auto">{tags.join(', ')}</span>],
          [memory.importance, formattedNumber(importance)],
          [
            memory.uses,
            uses === null || uses.succeeded + uses.failed === 0
              ? undefined
              : filled(memory.endedTurns, {
                  succeeded: formattedNumber(uses.succeeded),
                  failed: formattedNumber(uses.failed),
                }),
          ],
          [memory.id, <code key="id">{id}</code>],
        ]}
      />
    </div>
  );
};
