import { describe, expect, test } from 'vitest';
import { agentConfigSchema } from '../../../../../shared/agents/index.ts';
import { authenticated } from '../../../../../shared/core/scope.ts';
import { riskOfAgent } from '../../../../../shared/plans/cost/agent-risk.ts';
import { type ApprovalNeed, approvalNeed, risksOf } from '../../../../../shared/plans/cost/approval-need.ts';
import type { PlannedTask } from '../../../../../shared/plans/graph/graph.ts';
import {
  type OrchestratorConfig,
  orchestratorConfigSchema,
} from '../../../../../shared/plans/records/orchestrator-config.ts';
import { BUILTIN_NAMES, openToolbox, type ToolSetting } from '../../../../../shared/tools/index.ts';

const server: ToolSetting = { mcp: { url: 'https://tools.example.com/mcp', trusted: true } };
const config = (...tools: ToolSetting[]) => agentConfigSchema.parse({ system_prompt: 'You help.', tools });

const tasks = (count: number, agent = 'plain'): PlannedTask[] =>
  Array.from({ length: count }, (_, place) => ({
    number: place + 1,
    id: `t${place + 1}`,
    description: 'Do it.',
    agent: { key: agent, id: agent, name: agent, version: 1 },
    depends_on: [],
  }));

const risks = risksOf([
  { key: 'plain', config: config('calculate', 'memory_search') },
  { key: 'author', config: config('file_read', 'file_write') },
  { key: 'caller', config: config('http_fetch') },
]);

type Wanted = Partial<OrchestratorConfig['approval']>;
const need = (plan: PlannedTask[], cost: number | null = 0, wanted: Wanted = {}): ApprovalNeed =>
  approvalNeed({ approval: { ...orchestratorConfigSchema.parse({}).approval, ...wanted } }, { cost }, plan, risks);

describe('whether a plan waits for its person', () => {
  test('a small, cheap and harmless one does not', () => {
    expect(need(tasks(3), 0.02)).toEqual({ needed: false, risk: 'low', reasons: [] });
  });

  test('one of more tasks than the person lets pass does', () => {
    expect(need(tasks(20))).toMatchObject({ needed: false });
    expect(need(tasks(21)).reasons).toEqual(['The plan has 21 tasks; you are asked above 20.']);
    expect(need(tasks(1), 0, { max_tasks: 0 })).toMatchObject({ needed: true });
  });

  test('one that is estimated to cost more does', () => {
    expect(need(tasks(2), 1)).toMatchObject({ needed: false });
    expect(need(tasks(2), 1.5).reasons).toEqual(['It is estimated to cost $1.50; you are asked above $1.00.']);
    expect(need(tasks(2), 0.0042, { max_cost: 0.001 }).reasons).toEqual([
      'It is estimated to cost $0.0042; you are asked above $0.0010.',
    ]);
  });

  test('one whose price is not known does only if no cost at all is to pass', () => {
    expect(need(tasks(2), null)).toMatchObject({ needed: false });
    expect(need(tasks(2), null, { max_cost: 0 })).toMatchObject({ needed: true });
  });

  test('one whose agents may do something risky does, from the risk on that the person names', () => {
    expect(need([...tasks(1), ...tasks(1, 'caller')])).toMatchObject({ needed: true, risk: 'high' });
    expect(need(tasks(1, 'author'))).toMatchObject({ needed: false, risk: 'medium' });
    expect(need(tasks(1, 'author'), 0, { min_risk: 'medium' }).reasons).toEqual([
      'Its agents have tools of medium risk; you are asked from medium on.',
    ]);
    expect(need(tasks(1), 0, { min_risk: 'low' })).toMatchObject({ needed: true });
  });

  test('an agent of which nothing is known counts as risky', () => {
    expect(need(tasks(1, 'stranger'))).toMatchObject({ needed: true, risk: 'high' });
  });

  test('all reasons are told at once', () => {
    expect(need(tasks(30, 'caller'), 9).reasons).toHaveLength(3);
  });
});

describe('how risky an agent is', () => {
  test('without tools: not', () => {
    expect(riskOfAgent(config())).toBe('low');
  });

  test('with tools of a server, whose risk nobody knows before it is asked: very', () => {
    expect(riskOfAgent(config('clock', server))).toBe('high');
  });

  test.each(BUILTIN_NAMES)('%s counts as its declaration says at worst', async (name) => {
    const project = authenticated({ userId: 'alice' }).inProject('home');
    const owner = { agent_key: 'agt_1', name: 'helper', config: config(name) };
    const toolbox = await openToolbox(project, owner, [name]);
    // Arguments that do not fit are told the worst.
    expect(riskOfAgent(config(name))).toBe(toolbox.find(name)?.riskOf(undefined));
  });
});
