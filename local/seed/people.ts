import type { Contact } from '../../functions/customer/contact.ts';
import type { Teams } from '../../functions/policy/policy.ts';
import type { Role } from '../../functions/shared/caller.ts';

export type Person = Contact & { id: string; roles: Role[] };

const person = (id: string, name: string, language: Contact['language'], timeZone: string, roles: Role[]): Person => ({
  id,
  name,
  language,
  timeZone,
  roles,
  email: `${id.replace(/^cus_/, '')}@example.com`,
});

// Nobody here exists. Customers have accounts in the reference ledger; colleagues have tasks.
export const customers: Person[] = [
  person('cus_maryam', 'مریم احمدی', 'fa', 'Asia/Tehran', ['customer']),
  person('cus_james', 'James Osborne', 'en', 'Europe/London', ['customer']),
  person('cus_reza', 'رضا کریمی', 'fa', 'Asia/Tehran', ['customer']),
  person('cus_anna', 'Anna Vogel', 'en', 'Europe/Berlin', ['customer']),
];

export const colleagues: Person[] = [
  person('carla', 'Carla Meyer', 'en', 'Europe/Berlin', ['agent']),
  person('cyrus', 'کوروش رستمی', 'fa', 'Asia/Tehran', ['agent', 'manager']),
  person('fiona', 'Fiona Byrne', 'en', 'Europe/Berlin', ['agent']),
  person('farid', 'فرید نوری', 'fa', 'Asia/Tehran', ['agent', 'manager']),
  person('dario', 'Dario Conti', 'en', 'Europe/Berlin', ['agent']),
  person('daria', 'Daria Novak', 'en', 'Europe/Berlin', ['agent', 'manager']),
  person('nasrin', 'نسرین کاظمی', 'fa', 'Asia/Tehran', ['agent']),
  person('kamran', 'کامران یوسفی', 'fa', 'Asia/Tehran', ['agent', 'manager']),
  person('omid', 'امید صالحی', 'fa', 'Asia/Tehran', ['agent', 'manager']),
];

export const others: Pick<Person, 'id' | 'roles'>[] = [
  { id: 'audrey', roles: ['auditor'] },
  { id: 'admin', roles: ['admin'] },
  { id: 'fraud-detection', roles: ['service'] },
];

export const teams: Teams = [
  { team: 'cards', manager: 'cyrus', members: ['carla'], next: 'fraud' },
  { team: 'fraud', manager: 'farid', members: ['fiona'], next: 'disputes' },
  { team: 'disputes', manager: 'daria', members: ['dario'] },
  { team: 'complaints', manager: 'kamran', members: ['nasrin'], calendar: 'tehran' },
  { team: 'operations', manager: 'omid', members: [] },
];
