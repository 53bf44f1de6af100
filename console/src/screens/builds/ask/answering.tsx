import { useState } from 'preact/hooks';
import type { Problem } from '../../../api/problem.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextArea } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Markdown } from '../../../design/show/markdown.tsx';
import { texts } from '../../../texts/index.ts';
import type { Decision } from '../api.ts';
import { answered, type Proposal, questionsIn } from './proposal.ts';

export type DecidingProps = {
  proposal: Proposal;
  isBusy: boolean;
  problem: Problem | undefined;
  onDecide: (decision: Decision) => void;
};

/** Questions of the team, each with room for its answer; or, where it does not get further, how to go on. */
export const Answering = ({ proposal, isBusy, problem, onDecide }: DecidingProps) => {
  const isStuck = proposal.about === 'troubleshoot';
  const questions = isStuck ? [''] : questionsIn(proposal.content);
  const [answers, setAnswers] = useState<readonly string[]>(questions.map(() => ''));
  const t = texts().builds;
  const isEmpty = answers.every((one) => one.trim() === '');
  const send = (): void => {
    if (isEmpty) return;
    const content = isStuck ? (answers[0] ?? '').trim() : answered(questions, answers);
    onDecide({ decision: 'edit', arguments: { content } });
  };
  return (
    <Form label={proposal.title} problem={problem} onSubmit={send}>
      {isStuck && <Markdown text={proposal.content} />}
      {questions.map((question, index) => (
        <TextArea
          key={index}
          label={isStuck ? t.howToGoOn : question.trim() || t.yourAnswer}
          rows={3}
          value={answers[index] ?? ''}
          onInput={(value) => setAnswers(answers.with(index, value))}
          maxLength={20_000}
        />
      ))}
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy} isDisabled={isEmpty}>
          {t.answer}
        </Button>
        {isStuck ? (
          <Button kind="danger" isBusy={isBusy} onClick={() => onDecide({ decision: 'reject', reason: t.stopReason })}>
            {t.stop}
          </Button>
        ) : (
          <Button isBusy={isBusy} onClick={() => onDecide({ decision: 'reject', reason: t.decideYourselfReason })}>
            {t.decideYourself}
          </Button>
        )}
      </Actions>
    </Form>
  );
};
