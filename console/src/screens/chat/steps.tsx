import type { Target } from '../../app/place/place.ts';
import { href } from '../../app/place/route.ts';
import { Badge, type Tone } from '../../design/show/badge.tsx';
import { Json } from '../../design/show/code.tsx';
import { counted, filled, texts } from '../../texts/index.ts';
import { Asked } from './asked.tsx';
import type { Step } from './steps.ts';
import type { Turn } from './turns.ts';

/** Characters of a message that an address has room for. */
const MAX_QUERY = 500;

const TONES: Record<string, Tone> = {
  done: 'good',
  error: 'bad',
  invalid: 'bad',
  rejected: 'bad',
  expired: 'attention',
  unknown: 'attention',
};

const Tool = ({ step }: { step: Extract<Step, { kind: 'tool' }> }) => {
  const { chat, common, runs } = texts();
  const { tool, outcome, result } = step;
  return (
    <details class="step">
      <summary>
        <span dir="auto">{filled(chat.tool, { tool })}</span>{' '}
        {outcome === undefined ? (
          <Badge tone="busy">{common.working}</Badge>
        ) : (
          <Badge tone={TONES[outcome] ?? 'neutral'}>{runs.outcomes[outcome] ?? outcome}</Badge>
        )}
      </summary>
      <h3>{chat.arguments}</h3>
      <Json value={step.arguments} label={chat.arguments} />
      {result !== undefined && (
        <>
          <h3>{chat.result}</h3>
          <pre dir="auto">{result}</pre>
        </>
      )}
    </details>
  );
};

type Links = { turn: Turn; agentOf: (id: string | undefined) => string | undefined };

/** What an agent was given to remember leads to the search it made: with the same words, where it was the message itself. */
const Remembered = ({ step, turn, agentOf }: { step: Extract<Step, { kind: 'memory' }> } & Links) => {
  const { chat } = texts();
  if (!step.isAvailable) return <p class="step hint">{chat.memoryUnavailable}</p>;
  if (step.memories === 0) return null;
  const agent = agentOf(step.agent);
  const said = counted(step.memories, chat.remembered);
  if (!agent) return <p class="step hint">{said}</p>;
  const query = turn.mode === 'direct' ? turn.question?.text.slice(0, MAX_QUERY) : undefined;
  return (
    <p class="step hint">
      <a href={href({ screen: 'memory', item: agent, query: { query } })}>{said}</a>
    </p>
  );
};

const placeOf = (event: string, run: string, agent: string | undefined): Target | undefined => {
  if (event === 'plan_created' || event === 'plan_updated') return { screen: 'plans', item: run };
  if (event === 'build_stage') return { screen: 'builds', item: run };
  return event === 'memory_alert' && agent ? { screen: 'memory', item: agent } : undefined;
};

const Note = ({ step, turn, agentOf }: { step: Extract<Step, { kind: 'note' }> } & Links) => {
  const { chat } = texts();
  const said = chat.notes[step.event] ?? step.event;
  const to = placeOf(step.event, turn.run, agentOf(step.agent));
  return (
    <p class="step hint">
      {to ? <a href={href(to)}>{said}</a> : said} <span dir="auto">{step.text}</span>
    </p>
  );
};

/** What was done for a message, folded: it says that it was done, and more to whoever asks. */
export const Steps = ({ turn, agentOf }: Links) => (
  <>
    {turn.steps.map((step) => {
      if (step.kind === 'tool') return <Tool key={step.key} step={step} />;
      if (step.kind === 'memory') return <Remembered key={step.key} step={step} turn={turn} agentOf={agentOf} />;
      if (step.kind === 'approval') return <Asked key={step.key} step={step} run={turn.run} />;
      return <Note key={step.key} step={step} turn={turn} agentOf={agentOf} />;
    })}
  </>
);
