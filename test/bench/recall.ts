import { embed } from '../../infra/local/stand-ins/offline-model/embedding.ts';
import { countedEmbedding, memoryAt, someone, vectorStore } from '../contract/memory-bench.ts';
import { table } from './figures.ts';
import { conversations } from './recall/conversations.ts';
import { LIMIT, qualityOf, remembered, type Search } from './recall/measure.ts';
import { nearestAlone } from './recall/nearest-alone.ts';
import { beside, type Result } from './results/result.ts';

const sessions = 20;
const agent = 'agt_sage';

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

/** How well recall finds what was said in 20 chats, asked for in other words, beside similarity alone. */
export const recall = async (): Promise<Result[]> => {
  const store = await vectorStore();
  try {
    const memory = memoryAt(store.url, 'tenant', countedEmbedding(1536));
    const scope = someone();
    const chats = conversations({ sessions });
    await remembered(memory, { scope, agent }, chats);
    const hybrid: Search = async ({ query, since, until }) =>
      (
        await memory.recall(scope, agent, {
          query,
          limit: LIMIT,
          filters: { ...(since && { since }), ...(until && { until }) },
        })
      ).map(({ id }) => id);
    const [ours, vector] = [
      await qualityOf(chats.questions, hybrid),
      await qualityOf(chats.questions, nearestAlone(chats.turns, embed)),
    ];
    const rates = ({ asked, found, outdated }: { asked: number; found: number; outdated: number }) => [
      percent(found / asked),
      percent(outdated / asked),
    ];
    table(
      `Questions about ${chats.turns.length} turns of ${sessions} sessions: answered by the first ${LIMIT} hits, and with something outdated among them`,
      [
        ['', 'questions', 'recall', 'outdated', 'similarity alone', 'outdated'],
        ...[...ours].map(([kind, one]) => [kind, one.asked, ...rates(one), ...rates(vector.get(kind)!)]),
      ],
    );
    const rate = (quality: Map<string, { asked: number; found: number }>, kind: string) =>
      (quality.get(kind)?.found ?? 0) / (quality.get(kind)?.asked ?? 1);
    return [...ours.keys()].map((kind) =>
      beside(`recall@${LIMIT}, ${kind}, beside similarity alone`, 'of 1', {
        ours: rate(ours, kind),
        peer: rate(vector, kind),
      }),
    );
  } finally {
    await store.stop();
  }
};
