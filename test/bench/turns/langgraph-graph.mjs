// Plain JavaScript: its packages are installed for benchmarks alone, so nothing could check its types.
import { MessagesAnnotation, StateGraph } from '@langchain/langgraph';
import { ChatOpenAI } from '@langchain/openai';

/* A graph of one node that asks the model; the server keeps its threads. `BENCH_UPSTREAM`: the upstream's address. */
const model = new ChatOpenAI({
  model: 'scripted',
  apiKey: 'test',
  configuration: { baseURL: process.env.BENCH_UPSTREAM },
});
const system = { role: 'system', content: 'You help.' };

export const graph = new StateGraph(MessagesAnnotation)
  .addNode('model', async ({ messages }) => ({ messages: [await model.invoke([system, ...messages])] }))
  .addEdge('__start__', 'model')
  .addEdge('model', '__end__')
  .compile();
