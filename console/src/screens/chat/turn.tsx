import { memo } from 'preact/compat';
import { useAction } from '../../api/action.ts';
import { href } from '../../app/place/route.ts';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { State } from '../../design/show/badge.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { texts } from '../../texts/index.ts';
import { AnswerText } from './answer.tsx';
import { Steps } from './steps.tsx';
import { isOver, type Turn } from './turns.ts';

/** Where more is to be read of a run, by how it works; of most it is the run itself: why it took so long, and what it cost. */
const PLACES: Record<string, string> = { orchestrated: 'plans', build: 'builds' };

export type TurnProps = {
  turn: Turn;
  nameOf: (agent: string | undefined) => string;
  agentOf: (agent: string | undefined) => string | undefined;
  onCancel: (run: string) => Promise<void>;
};

/** One message, what was done for it and what was answered. It is drawn again only when it has changed. */
export const TurnView = memo(({ turn, nameOf, agentOf, onCancel }: TurnProps) => {
  const { chat } = texts();
  const { run: cancel, isBusy, problem } = useAction(onCancel);
  const { question, answers } = turn;
  const isOpen = !isOver(turn);
  // While a person decides nobody is writing.
  const spoken = turn.state === 'waiting' ? answers.filter(({ text }) => text) : answers;
  return (
    <li class="turn">
      {question && (
        <div class="question">
          <p class="speaker">
            <b dir="auto">{question.by ?? chat.you}</b> <Time at={question.at} />
          </p>
          <p class="said" dir="auto">
            {question.text}
          </p>
        </div>
      )}
      <Steps turn={turn} agentOf={agentOf} />
      {spoken.map((answer) => (
        <div class="said-by-agent" key={answer.id}>
          <p class="speaker">
            <b dir="auto">{answer.by ?? nameOf(answer.agent)}</b> <Time at={answer.at} />
          </p>
          <AnswerText answer={answer} />
        </div>
      ))}
      {turn.error && (
        <p class="problem" role="alert" dir="auto">
          {turn.error}
        </p>
      )}
      <p class="turn-state">
        {(isOpen || turn.state !== 'completed') && <State state={turn.state} />}
        <a href={href({ screen: PLACES[turn.mode ?? ''] ?? 'runs', item: turn.run })}>{chat.details}</a>
        {isOpen && (
          <Button kind="quiet" isBusy={isBusy.value} onClick={() => void cancel(turn.run)}>
            {chat.stop}
          </Button>
        )}
      </p>
      <ProblemNote problem={problem.value} />
    </li>
  );
});
