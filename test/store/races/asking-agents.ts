import { type Claim, finishChild, parkForAgent, recordStep } from '../../../shared/bus/index.ts';
import { type DirectRun, type Place, usage } from './world.ts';

const call = { id: 'call', name: 'ask_agent', arguments: '{}' };

/** Agents of a place that ask each other. */
export const askingAgents = (here: { place: Place }) => {
  const ask = (claim: Claim, other: string) =>
    parkForAgent(
      claim,
      { agent: { key: other, id: other, name: other, version: 1 }, question: 'Which?' },
      { clock: here.place.clock },
    );
  const bringBack = (child: Claim, parent: string) =>
    finishChild(child, { parentId: parent, ending: { state: 'completed', answer: 'This.', usage } }, here.place.clock);
  const childOf = async (run: DirectRun): Promise<string> => String((await here.place.task(run)).child);
  /** Two agents, the first at work on a question it may ask the second. */
  const pair = async (slots = 1, pending = 30) => {
    const { place } = here;
    const [agent, other] = [await place.agent(), await place.agent(slots, pending)];
    return { agent, other, ...(await place.working(agent)) };
  };
  /** The second is at work on what the first has asked it. */
  const asking = async () => {
    const both = await pair();
    await recordStep(both.claim, { kind: 'model', text: '', calls: [call], usage });
    await ask(both.claim, both.other);
    return { ...both, child: await here.place.claim(both.run, await childOf(both.run)) };
  };
  return { ask, bringBack, childOf, pair, asking };
};
