import type { Contract } from '../contract/contract.ts';
import { Reminders } from '../reminder/reminder.ts';
import { versionOf } from './version-shape.ts';

export const contract: Contract = {
  summary: 'The ladder of reminders in force',
  answers: { 200: { means: 'The version in force', body: versionOf(Reminders.shape) } },
  examples: { 'the one that comes with the service': { as: 'audrey', answer: 200 } },
};
