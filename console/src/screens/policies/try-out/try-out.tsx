import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { Button } from '../../../design/form/button.tsx';
import { Checkbox, TextArea, TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { texts } from '../../../texts/index.ts';
import type { Draft } from '../list/draft.ts';
import { Shown } from './result.tsx';
import { NOTHING, type Result, type Supposed } from './supposed.ts';

export type Rehearse = (given: Supposed, draft: Draft) => Promise<Result>;

type Props = { rehearse: (given: Supposed) => Promise<Result>; isChanged: boolean };

/** What the list, as it stands above, would do to a message and to an answer that is only assumed. */
export const TryOut = ({ rehearse, isChanged }: Props) => {
  const [given, set] = useState(NOTHING);
  const [tried, show] = useState<{ given: Supposed; result: Result }>();
  const { policies } = texts();
  const trying = useAction(async () => show({ given, result: await rehearse(given) }));
  const text = (part: Partial<Supposed>): void => set({ ...given, ...part });
  return (
    <Section title={policies.tryOut}>
      <p class="hint">{isChanged ? policies.tryOutChanged : policies.tryOutAbout}</p>
      <Form label={policies.tryOut} problem={trying.problem.value} onSubmit={() => void trying.run()}>
        <TextArea
          label={policies.message}
          value={given.message}
          maxLength={100_000}
          onInput={(message) => text({ message })}
        />
        <TextArea
          label={policies.assumed}
          hint={policies.assumedHint}
          value={given.answer}
          maxLength={100_000}
          rows={2}
          onInput={(answer) => text({ answer })}
        />
        <details>
          <summary>{policies.moreToTry}</summary>
          <div class="form">
            <div class="row">
              <TextField label={policies.model} value={given.model} onInput={(model) => text({ model })} />
              <TextField label={policies.tool} value={given.tool} onInput={(tool) => text({ tool })} />
              <TextField
                label={policies.toolArguments}
                value={given.arguments}
                onInput={(written) => text({ arguments: written })}
              />
            </div>
            <Checkbox
              label={policies.asAgent}
              hint={policies.asAgentHint}
              isChecked={given.isAgent}
              onChange={(isAgent) => text({ isAgent })}
            />
          </div>
        </details>
        <Actions>
          <Button kind="main" type="submit" isBusy={trying.isBusy.value} isDisabled={!given.message.trim()}>
            {policies.try}
          </Button>
        </Actions>
      </Form>
      <div role="status">{tried && <Shown {...tried} />}</div>
    </Section>
  );
};
