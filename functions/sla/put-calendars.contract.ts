import { Calendars } from '../calendar/calendar.ts';
import type { Contract } from '../contract/contract.ts';
import { versionOf } from '../policy/version-shape.ts';
import { PolicyChangedMeanwhile } from '../shared/errors.ts';

const office = [{ from: '08:00', to: '17:00' }];
const tehran = {
  calendar: 'tehran',
  timeZone: 'Asia/Tehran',
  week: { saturday: office, sunday: office, monday: office, tuesday: office, wednesday: office },
  holidays: [{ date: '2027-03-21', name: 'Nowruz' }],
  exceptions: [],
};

export const contract: Contract = {
  summary: 'Set the calendars people work by',
  description: 'Reaches the clocks of open cases, which keep the time they have used.',
  answers: { 200: { means: 'The version in force from now on', body: versionOf({ calendars: Calendars }) } },
  errors: [new PolicyChangedMeanwhile('calendars')],
  examples: {
    'Saturday to Wednesday': { as: 'admin', body: { calendars: [tehran] }, answer: 200 },
    'a calendar without working time': {
      as: 'admin',
      body: { calendars: [{ ...tehran, week: {} }] },
      answer: 400,
    },
  },
};
