import type { Contract } from '../contract/contract.ts';
import { Reminders } from '../reminder/reminder.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';
import { versionOf } from './version-shape.ts';

export const contract: Contract = {
  summary: 'Set the ladder of reminders',
  description: 'The next sweep goes by it, for tasks that are open already, too.',
  answers: { 200: { means: 'The version in force from now on', body: versionOf(Reminders.shape) } },
  errors: [new PolicyChangedMeanwhile('reminders')],
  examples: {
    'a word before it is due': {
      as: 'admin',
      body: {
        rungs: [
          { id: 'due-soon', hoursAfterDue: -24, to: 'responsible' },
          { id: 'due', hoursAfterDue: 0, to: 'responsible' },
          { id: 'escalated', hoursAfterDue: 48, to: 'manager' },
        ],
        mailsAWeek: 5,
      },
      answer: 200,
    },
    'a ladder that goes down': {
      as: 'admin',
      body: {
        rungs: [
          { id: 'overdue', hoursAfterDue: 48, to: 'responsible' },
          { id: 'due', hoursAfterDue: 0, to: 'responsible' },
        ],
      },
      answer: 400,
    },
  },
};
