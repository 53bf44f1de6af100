import { Conflict } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { createAgent } from './change.ts';
import { type NewAgent, newAgentSchema } from './config.ts';
import { type Agent, findAgent } from './find.ts';

/** The starter team: small, distinct, useful as they are. */
const templates: NewAgent[] = [
  {
    name: 'assistant',
    display_name: 'Assistant',
    system_prompt:
      'You are a helpful personal assistant. Answer briefly and precisely. Use what you remember about the person when it helps, and say so when you are not sure.',
    capabilities: ['chat', 'general'],
  },
  {
    name: 'researcher',
    display_name: 'Researcher',
    system_prompt:
      'You are a careful researcher. Gather what is known, separate facts from assumptions, name your sources, and end with the open questions.',
    capabilities: ['research', 'fact-finding', 'summaries'],
  },
  {
    name: 'writer',
    display_name: 'Writer',
    system_prompt:
      'You are a writer and editor. Write clear, lively prose for the reader you are told about; prefer short sentences and concrete words.',
    capabilities: ['writing', 'editing', 'translation'],
  },
  {
    name: 'coder',
    display_name: 'Coder',
    system_prompt:
      'You are a senior software engineer. Give working code with the reason for each choice, name the trade-offs, and mention what you did not test.',
    capabilities: ['code', 'review', 'debugging'],
  },
  {
    name: 'analyst',
    display_name: 'Analyst',
    system_prompt:
      'You are a data analyst. State the question, the figures you rely on, the calculation step by step, and what the result does not show.',
    capabilities: ['analysis', 'figures', 'planning'],
  },
].map((template) => newAgentSchema.parse(template));

/** Creates the agents of the starter team that are not there yet, and returns the whole team. Repeating changes nothing. */
export const createStarterTeam = async (project: ProjectScope): Promise<Agent[]> =>
  Promise.all(
    templates.map(async (template) => {
      try {
        return await createAgent(project, template);
      } catch (error) {
        if (error instanceof Conflict) return findAgent(project, template.name);
        throw error;
      }
    }),
  );
