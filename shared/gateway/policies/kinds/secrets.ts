import type { DetectOptions, PiiType, SharedScan } from '../../../pii/index.ts';
import { PolicyRefused } from '../../chain/errors.ts';
import type { Hooks, Piece, PolicyContext } from '../../chain/policy.ts';
import { type PiiEngine, piiEngine } from '../../pii-engine.ts';
import { engineHooks, fixedReplacements } from '../engine-texts.ts';
import { remembering } from '../remembered.ts';
import type { SettingOf } from '../settings.ts';
import { withTexts } from '../texts.ts';

export const SECRET_TYPES: readonly PiiType[] = ['KEY', 'JWT', 'PEM', 'URL_CREDENTIALS'];
const OPTIONS: DetectOptions = { types: SECRET_TYPES };

type Scan = (engine: PiiEngine) => { scan?: SharedScan };
const alone: Scan = () => ({});

/** Every key contains one of these marks; the engine is loaded only for texts that do too. */
const MARKS = /[-_.]|AKIA|ASIA|AIza|EAA|:\/\//;

/**
 * Keys, tokens and passwords in URLs are recorded by kind, masked, or end the call. `scan`: what the call's other policies look
 * through its texts with.
 */
export const secretsHooks = (
  setting: SettingOf<'secrets'>,
  context: PolicyContext,
  scan = alone,
): Hooks | Promise<Hooks> =>
  setting.action === 'record' ? recording(setting, context) : acting(setting, context, scan);

/** Holds nothing back: the answer is examined after it has been passed on. */
const recording = ({ on }: SettingOf<'secrets'>, context: PolicyContext): Hooks => {
  const texts: string[] = [];
  const calls: string[] = [];
  const examine = async (all: readonly string[], phase: string): Promise<void> => {
    for (const text of all) if (MARKS.test(text)) reportAll(await piiEngine(), text, context, phase);
  };
  return {
    ...(on !== 'response' && {
      onRequest: async (call) => {
        const all: string[] = [];
        withTexts(call, (text) => {
          all.push(text);
          return text;
        });
        await examine(all, 'request');
        return undefined;
      },
    }),
    ...(on !== 'request' && {
      onStreamEvent: (piece: Piece) => {
        if (piece.kind === 'call') calls.push(piece.call.arguments);
        else texts.push(piece.text);
        return [piece];
      },
      onStreamEnd: async () => {
        await examine([texts.join(''), ...calls], 'response');
        return [];
      },
      held: () => [],
    }),
  };
};

const acting = async ({ on, action }: SettingOf<'secrets'>, context: PolicyContext, scan: Scan): Promise<Hooks> => {
  const engine = await piiEngine();
  const { userId: owner } = context.scope;
  const replacements = fixedReplacements((type) => {
    context.report({ what: type });
    if (action === 'refuse')
      throw new PolicyRefused('The text contains a key or a password, which must not be passed on.');
    return `[${type.toLowerCase().replace('_', ' ')} removed]`;
  });
  return {
    ...(on !== 'response' && {
      onRequest: (call) => {
        const options = { ...OPTIONS, ...scan(engine) };
        const find = remembering((text) => engine.detect(text, options), { owner, work: 'secrets 1' });
        return withTexts(call, (text) => engine.replaceFound(text, find(text), replacements));
      },
    }),
    ...(on !== 'request' && engineHooks(engine, replacements, OPTIONS)),
  };
};

const reportAll = ({ detect }: PiiEngine, text: string, context: PolicyContext, phase: string): void => {
  for (const { type } of detect(text, OPTIONS)) context.report({ what: type, place: phase });
};
