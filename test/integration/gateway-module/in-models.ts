import { afterAll, beforeAll } from 'vitest';
import { type ScriptedMessages, startScriptedMessages } from '../../support/scripted-messages.ts';
import { type ScriptedModel, startScriptedModel } from '../../support/scripted-model.ts';
import { askingOf } from './anthropic-asking.ts';

/** A scripted model for a test file that speaks OpenAI's API. */
export const inOpenAi = (): { model: ScriptedModel } => {
  const here = {} as { model: ScriptedModel };
  beforeAll(async () => {
    here.model = await startScriptedModel();
  });
  afterAll(() => here.model.stop());
  return here;
};

/** A scripted model for a test file that speaks Anthropic's API, and calls to it. */
export const inAnthropic = (): { model: ScriptedMessages } & ReturnType<typeof askingOf> => {
  const here = {} as { model: ScriptedMessages } & ReturnType<typeof askingOf>;
  beforeAll(async () => {
    here.model = await startScriptedMessages();
    Object.assign(here, askingOf(here.model));
  });
  afterAll(() => here.model.stop());
  return here;
};
