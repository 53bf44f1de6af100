import { filled, texts } from '../../../texts/index.ts';
import { Comparison } from '../compare/comparison.tsx';
import { Decisions, Outcome } from '../compare/decisions.tsx';
import { Trace } from '../compare/trace.tsx';
import { answerPair, askedAbout, type Result, type Supposed, sentPair } from './supposed.ts';

/** What would happen, as a whole and policy by policy. */
export const Shown = ({ given, result }: { given: Supposed; result: Result }) => {
  const { policies } = texts();
  const [sent, answer, asked] = [sentPair(given, result), answerPair(given, result), askedAbout(result)];
  const { outcome, detail, decisions, details, not_tried = [] } = result;
  return (
    <div class="card">
      <p>
        <Outcome outcome={outcome} /> {detail && <span dir="auto">{detail}</span>}
      </p>
      {sent && (
        <section aria-label={policies.sent}>
          <h3>{policies.sent}</h3>
          <Comparison {...sent} />
        </section>
      )}
      {answer && (
        <section aria-label={policies.arrives}>
          <h3>{policies.arrives}</h3>
          <Comparison {...answer} />
        </section>
      )}
      {asked.length > 0 && <p>{filled(policies.asksFirst, { tools: asked.join(', ') })}</p>}
      {not_tried.length > 0 && <p class="hint">{filled(policies.notTried, { names: not_tried.join(', ') })}</p>}
      {decisions.length === 0 ? <p>{policies.nothingDecided}</p> : <Decisions decisions={decisions} />}
      {decisions.length > 0 && (
        <details>
          <summary>{policies.stepByStep}</summary>
          <Trace {...details} />
        </details>
      )}
    </div>
  );
};
