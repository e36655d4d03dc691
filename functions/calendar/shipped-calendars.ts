import type { Calendar } from './calendar.ts';

const on = (name: string, ...dates: string[]) => dates.map((date) => ({ date, name }));
const sundayToWednesday = ['sunday', 'monday', 'tuesday', 'wednesday'] as const;
const mondayToFriday = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

const daily = <D extends string>(weekdays: readonly D[], ...hours: { from: string; to: string }[]) =>
  Object.fromEntries(weekdays.map((weekday) => [weekday, hours])) as Record<D, typeof hours>;

/** Saturday to Wednesday, 8 to 17. The holidays that go by the moon are announced each year and have to be added. */
export const tehran: Calendar = {
  calendar: 'tehran',
  timeZone: 'Asia/Tehran',
  week: daily(['saturday', ...sundayToWednesday], { from: '08:00', to: '17:00' }),
  holidays: [
    ...on('22 Bahman', '2026-02-11', '2027-02-11'),
    ...on('Nationalisation of oil', '2026-03-20', '2027-03-20'),
    ...on('Nowruz', '2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24'),
    ...on('Nowruz', '2027-03-21', '2027-03-22', '2027-03-23', '2027-03-24'),
    ...on('Republic Day', '2026-04-01', '2027-04-01'),
    ...on('Nature Day', '2026-04-02', '2027-04-02'),
    ...on('14 Khordad', '2026-06-04', '2027-06-04'),
    ...on('15 Khordad', '2026-06-05', '2027-06-05'),
  ],
  exceptions: [],
};

/** Monday to Friday with a lunch break; Christmas Eve and New Year's Eve until noon. */
export const berlin: Calendar = {
  calendar: 'berlin',
  timeZone: 'Europe/Berlin',
  week: daily(mondayToFriday, { from: '09:00', to: '12:30' }, { from: '13:30', to: '18:00' }),
  holidays: [
    ...on('New Year', '2026-01-01', '2027-01-01'),
    ...on('Women’s Day', '2026-03-08', '2027-03-08'),
    ...on('Good Friday', '2026-04-03', '2027-03-26'),
    ...on('Easter Monday', '2026-04-06', '2027-03-29'),
    ...on('Labour Day', '2026-05-01', '2027-05-01'),
    ...on('Ascension Day', '2026-05-14', '2027-05-06'),
    ...on('Whit Monday', '2026-05-25', '2027-05-17'),
    ...on('Day of German Unity', '2026-10-03', '2027-10-03'),
    ...on('Christmas Day', '2026-12-25', '2027-12-25'),
    ...on('Boxing Day', '2026-12-26', '2027-12-26'),
  ],
  exceptions: [
    { date: '2026-12-24', hours: [{ from: '09:00', to: '12:00' }] },
    { date: '2026-12-31', hours: [{ from: '09:00', to: '12:00' }] },
  ],
};

export const shippedCalendars: Calendar[] = [tehran, berlin];
