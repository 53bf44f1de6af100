import type { SessionEvent } from '../../typescript/src/index.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const MARKS: Record<string, string> = { working: '…', done: '✓', failed: '✗' };

/** Tells events of a build as lines for a terminal; none for what a person need not see. A stage is named when it begins. */
export function storyteller(): (event: SessionEvent) => string[] {
  let last = '';
  return ({ event_type, payload }) => {
    const said = text(payload.text);
    const stage = text(payload.stage);
    switch (event_type) {
      case 'build_stage':
        if (stage === last) return [`    ${said}`];
        last = stage;
        return [`▸ ${stage.padEnd(14)} ${said}`];
      case 'build_task':
        return [`    ${MARKS[text(payload.state)] ?? '·'} ${text(payload.task)}: ${said}`];
      case 'build_version':
        return [`    + version ${payload.version}: ${text(payload.reason)}`];
      default:
        return [];
    }
  };
}
