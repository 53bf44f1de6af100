import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { ChatAnthropic } from '@langchain/anthropic';
import { HumanMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { Agent, tool as agentTool, OpenAIProvider, Runner, setTracingDisabled, user } from '@openai/agents';
import { generateText, stepCountIs, streamText, tool } from 'ai';
import { tool as chainTool, createAgent } from 'langchain';
import { z } from 'zod';

/*
 * Two turns with a tool each, by one client of another maker with its defaults: `node two-turns.mjs <client> <stream|whole>
 * <model> <url> <key>`. Writes the two answers as JSON.
 */

const [client, way, model, url, apiKey] = process.argv.slice(2);
const stream = way === 'stream';
const baseURL = `${url}/v1`;

const NAME = 'get_weather';
const description = 'The weather in a city';
const schema = z.object({ city: z.string() });
const weather = async ({ city }) => `18 degrees in ${city}`;
const QUESTIONS = ['How warm is it in Oslo?', 'And now?'];

const aiSdk = async (of) => {
  const tools = { [NAME]: tool({ description, inputSchema: schema, execute: weather }) };
  const messages = [];
  const answers = [];
  for (const content of QUESTIONS) {
    messages.push({ role: 'user', content });
    const failures = [];
    const asked = { model: of, instructions: 'Be brief.', messages, tools, stopWhen: stepCountIs(4), maxRetries: 0 };
    const result = stream
      ? streamText({ ...asked, onError: ({ error }) => failures.push(error) })
      : await generateText(asked);
    answers.push(await result.text);
    messages.push(...((await result.responseMessages) ?? (await result.response).messages));
    if (failures.length > 0) throw failures[0];
  }
  return answers;
};

const langChain = async (of) => {
  const tools = [chainTool(weather, { name: NAME, description, schema })];
  const agent = createAgent({ model: of, tools, systemPrompt: 'Be brief.' });
  let messages = [];
  const answers = [];
  for (const content of QUESTIONS) {
    let end = { messages: [...messages, new HumanMessage(content)] };
    if (stream) {
      const parts = await agent.stream(end, { streamMode: ['values', 'messages'] });
      for await (const [mode, part] of parts) if (mode === 'values') end = part;
    } else end = await agent.invoke(end);
    ({ messages } = end);
    answers.push(messages.at(-1).text);
  }
  return answers;
};

const openAiAgents = async (useResponses) => {
  setTracingDisabled(true);
  const tools = [agentTool({ name: NAME, description, parameters: schema, execute: weather })];
  const agent = new Agent({ name: 'Weather', instructions: 'Be brief.', model, tools });
  const runner = new Runner({ modelProvider: new OpenAIProvider({ apiKey, baseURL, useResponses }) });
  let history = [];
  const answers = [];
  for (const content of QUESTIONS) {
    const result = await runner.run(agent, [...history, user(content)], { stream });
    if (stream) await result.completed;
    answers.push(result.finalOutput);
    history = result.history;
  }
  return answers;
};

const claude = { model, apiKey, maxRetries: 0, anthropicApiUrl: url };
const gpt = { model, apiKey, maxRetries: 0, configuration: { baseURL } };
const CLIENTS = {
  'ai-sdk-responses': () => aiSdk(createOpenAI({ baseURL, apiKey })(model)),
  'ai-sdk-chat': () => aiSdk(createOpenAI({ baseURL, apiKey }).chat(model)),
  'ai-sdk-messages': () => aiSdk(createAnthropic({ baseURL, apiKey })(model)),
  'langchain-chat': () => langChain(new ChatOpenAI(gpt)),
  'langchain-responses': () => langChain(new ChatOpenAI({ ...gpt, useResponsesApi: true })),
  'langchain-messages': () => langChain(new ChatAnthropic(claude)),
  'openai-agents-chat': () => openAiAgents(false),
  'openai-agents-responses': () => openAiAgents(true),
};

process.stdout.write(JSON.stringify(await CLIENTS[client]()));
process.exit(0);
