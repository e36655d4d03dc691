import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { Sla } from './sla.ts';

export const contract: Contract = {
  summary: 'Set what is promised to customers',
  description: 'Reaches the clocks of open cases, which keep the time they have used. What nobody can keep is refused.',
  answers: { 200: { means: 'The version in force from now on', body: versionOf({ sla: Sla }) } },
  errors: [new PolicyChangedMeanwhile('sla')],
  examples: {
    'an answer within two hours, day and night': {
      as: 'admin',
      body: {
        sla: [
          {
            type: 'lost-card',
            priority: 'normal',
            targets: { 'first-response': { minutes: 120, calendar: 'around-the-clock' } },
          },
        ],
      },
      answer: 200,
    },
    'a calendar that there is not': {
      as: 'admin',
      body: {
        sla: [
          {
            type: 'lost-card',
            priority: 'normal',
            targets: { resolution: { minutes: 600, calendar: 'moon' } },
          },
        ],
      },
      answer: 400,
    },
  },
};
