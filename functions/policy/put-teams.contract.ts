import type { Contract } from '../contract/contract.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { Teams } from './policy.ts';
import { versionOf } from './version-shape.ts';

const team = (name: string, manager: string, ...members: string[]) => ({ team: name, manager, members });

export const contract: Contract = {
  summary: 'Set the teams',
  description: 'All of them. What is in force already makes no new version.',
  answers: { 200: { means: 'The version in force from now on', body: versionOf({ teams: Teams }) } },
  errors: [new PolicyChangedMeanwhile('teams')],
  examples: {
    'Fiona goes to disputes': {
      as: 'admin',
      body: {
        teams: [
          team('cards', 'cyrus', 'carla'),
          team('fraud', 'farid'),
          team('disputes', 'daria', 'dario', 'fiona'),
          team('complaints', 'kamran', 'nasrin'),
          team('operations', 'omid'),
        ],
      },
      answer: 200,
    },
    'a team is missing': { as: 'admin', body: { teams: [team('cards', 'cyrus', 'carla')] }, answer: 400 },
  },
};
