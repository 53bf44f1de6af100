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

/* Requirements: PL5, AP3. */

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
  approvalNeed(
    { approval: { ...orchestratorConfigSchema.parse({}).approval, ...wanted } },
    { cost },
    { tasks: plan, agentsRisk: risks },
  );

describe('whether a plan waits for its person', () => {
  test('a small, cheap and harmless plan needs no approval', () => {
    expect(need(tasks(3), 0.02)).toEqual({ needed: false, risk: 'low', reasons: [] });
  });

  test('a plan of more tasks than the person’s threshold needs approval', () => {
    expect(need(tasks(20))).toMatchObject({ needed: false });
    expect(need(tasks(21)).reasons).toEqual(['The plan has 21 tasks; you are asked above 20.']);
    expect(need(tasks(1), 0, { max_tasks: 0 })).toMatchObject({ needed: true });
  });

  test('a plan estimated above the cost threshold needs approval', () => {
    expect(need(tasks(2), 1)).toMatchObject({ needed: false });
    expect(need(tasks(2), 1.5).reasons).toEqual(['It is estimated to cost $1.50; you are asked above $1.00.']);
    expect(need(tasks(2), 0.0042, { max_cost: 0.001 }).reasons).toEqual([
      'It is estimated to cost $0.0042; you are asked above $0.0010.',
    ]);
  });

  test('a plan of unknown price needs approval only if the cost threshold is zero', () => {
    expect(need(tasks(2), null)).toMatchObject({ needed: false });
    expect(need(tasks(2), null, { max_cost: 0 })).toMatchObject({ needed: true });
  });

  test('a plan whose agents may do something risky needs approval, from the chosen risk upwards', () => {
    expect(need([...tasks(1), ...tasks(1, 'caller')])).toMatchObject({ needed: true, risk: 'high' });
    expect(need(tasks(1, 'author'))).toMatchObject({ needed: false, risk: 'medium' });
    expect(need(tasks(1, 'author'), 0, { min_risk: 'medium' }).reasons).toEqual([
      'Its agents have tools of medium risk; you are asked from medium on.',
    ]);
    expect(need(tasks(1), 0, { min_risk: 'low' })).toMatchObject({ needed: true });
  });

  test('an unknown agent counts as risky', () => {
    expect(need(tasks(1, 'stranger'))).toMatchObject({ needed: true, risk: 'high' });
  });

  test('all reasons for an approval are given at once', () => {
    expect(need(tasks(30, 'caller'), 9).reasons).toHaveLength(3);
  });
});

describe('how risky an agent is', () => {
  test('an agent without tools has low risk', () => {
    expect(riskOfAgent(config())).toBe('low');
  });

  test('an agent with a server’s tools, whose risk is unknown before a call, has high risk', () => {
    expect(riskOfAgent(config('clock', server))).toBe('high');
  });

  test.each(BUILTIN_NAMES)('the tool %s counts with the worst risk of its declaration', async (name) => {
    const project = authenticated({ userId: 'alice' }).inProject('home');
    const owner = { agent_key: 'agt_1', name: 'helper', config: config(name) };
    const toolbox = await openToolbox(project, owner, [name]);
    // Arguments that do not fit are told the worst.
    expect(riskOfAgent(config(name))).toBe(toolbox.find(name)?.riskOf(undefined));
  });
});
