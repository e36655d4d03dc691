import { Calendars } from '../calendar/calendar.ts';
import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';

export const contract: Contract = {
  summary: 'The calendars in force',
  answers: { 200: { means: 'The version in force', body: versionOf({ calendars: Calendars }) } },
  examples: { 'those of the house': { as: 'cyrus', answer: 200 } },
};
