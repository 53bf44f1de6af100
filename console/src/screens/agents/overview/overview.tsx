import type { Agent } from '../status.tsx';
import { Acts } from './acts.tsx';
import { Figures } from './figures.tsx';
import { Settings } from './settings.tsx';
import { Tools } from './tools.tsx';

export const Overview = ({ agent, onChanged }: { agent: Agent; onChanged: (agent: Agent) => void }) => (
  <>
    <Figures agent={agent} />
    <Tools tools={agent.config.tools} />
    <Settings agent={agent} />
    <Acts agent={agent} onChanged={onChanged} />
  </>
);
