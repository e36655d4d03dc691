import { expect, test } from 'vitest';
import { files, read } from './source/tree.ts';

// What the users of help desks have asked for, for years and in public, and which test keeps it here: where it stands,
// and words of its name. Whoever takes a test away is told what it was for.
const asked: [subject: string, threads: string, file: string, name: string][] = [
  [
    'a promise pauses while the case waits',
    'osTicket#3034, #6524',
    'sla/users-ask',
    'a clock pauses while the case waits',
  ],
  [
    'time that was used is kept when promise or priority change',
    'glpi#15605, #6902, #1912',
    'sla/users-ask',
    'time that was used',
  ],
  ['solved, and reopened', 'glpi#23359, #5213', 'sla/users-ask', 'a case that was solved and reopened'],
  ['no escalation while it is closed', 'zammad#188', 'sla/users-ask', 'does not become late while it is closed'],
  ['each clock by who did what', 'zammad#3140, #5177, #1322', 'sla/users-ask', 'each clock goes by who did what'],
  [
    'promise withdrawn, calendar changed',
    'zammad#4353, #534',
    'sla/users-ask',
    'a promise that is changed or withdrawn',
  ],
  [
    'and cases that nothing happens to follow',
    'zammad#4353',
    'sla/relist-promises',
    'follows a promise that is made shorter',
  ],
  [
    'every interval that was skipped is listed',
    'zammad#390',
    'sla/users-ask',
    'the ledger lists what was skipped and why',
  ],
  ['an hour from Friday 16:30', 'chatwoot#13392', 'calendar/business-time', 'an hour from Friday 16:30'],
  [
    'a lunch break, split shifts',
    'chatwoot#14009, frappe/helpdesk#2212',
    'calendar/business-time',
    'nothing is counted over lunch',
  ],
  [
    'holidays and exceptional days',
    'chatwoot#6467, #10436',
    'calendar/business-time',
    'a Saturday can be worked for once',
  ],
  ['a wait over a holiday', 'frappe/helpdesk#2449', 'sla/users-ask', 'a wait over a holiday costs none'],
  [
    'what waits too long goes to the manager',
    'chatwoot#6889, #10455',
    'reminder/users-ask',
    'reach the manager when nobody does anything',
  ],
  [
    'a promise climbs to the manager, too',
    'chatwoot#6889',
    'reminder/promises',
    'climbs to the manager when nobody keeps it',
  ],
  [
    'no mail at midnight or on days off',
    'zammad#4432',
    'reminder/users-ask',
    'come neither at midnight nor in the evening',
  ],
  [
    'and on days off of the team',
    'zammad#4432',
    'reminder/working-week',
    'what comes due on Wednesday evening is told on Saturday',
  ],
  ['no reminder of what is true no more', 'zammad#5051', 'reminder/users-ask', 'go to whoever has the task now'],
  [
    'a new due time is told again',
    'zammad#4348, #498',
    'reminder/users-ask',
    'of a new due time come although the old one was reminded of',
  ],
  ['no storm of notices', 'freescout#4806', 'reminder/users-ask', 'to one person are at most so many a week'],
  [
    'who cannot be reached is written to no more',
    'freescout#4806',
    'reminder/users-ask',
    'to an address that is dead are none',
  ],
  ['no loop with other machines', 'zammad#1131, #4941, #5428', 'mail/send-once', 'a mail says that a machine wrote it'],
  [
    'automation in every cycle',
    'freescout#436, #3295, #2926',
    'reminder/users-ask',
    'of a second cycle come, as those of the first did',
  ],
  [
    'not closed just after a colleague wrote',
    'freescout#4149',
    'case/waiting-for-customer',
    'is not given up just after a colleague wrote',
  ],
  [
    'waiting: remind, then close',
    'freescout#5042, #3762',
    'case/waiting-for-customer',
    'once, halfway, and is given up only after that',
  ],
  ['fourteen days of silence', 'freescout#5042', 'case/close-silent-cases', 'fourteen days of silence, hour by hour'],
  [
    'approval by a second person',
    'zammad#353, osTicket#4975',
    'approval/approval-rules',
    'is never done by the one who asked',
  ],
  ['a decision is final', 'glpi#3929, #6240', 'approval/approval-rules', 'is final: saying it again changes nothing'],
  ['rejecting takes two people before the close', 'zammad#6264', 'complaint/killed', 'is answered once, by two people'],
  [
    'a parent waits for its children',
    'frappe/helpdesk#2370, glpi#5206',
    'case/link-case',
    'is not closed while a child is open',
  ],
  [
    'merged, and taken apart again',
    'chatwoot#9264, #5414',
    'case/merge-case',
    'stands in both timelines, which both stay',
  ],
  [
    'merged cases are surveyed once',
    'chatwoot#9264',
    'case/merge-case',
    'is not surveyed: its customer is asked about the other',
  ],
  ['the oldest first', 'chatwoot#13050', 'task/team-work', 'is the one that is due first, whenever it was opened'],
  ['work of the absent goes back', 'chatwoot#5672', 'task/team-work', 'and what they had goes back to the team'],
  ['nobody is overloaded', 'chatwoot#10376', 'task/team-work', 'keeps anyone from having more than the others'],
  ['a log that shows every change', 'zammad#6200, #344', '../tamper/tamper', 'changes to stored events each is found'],
  [
    'a deletion leaves a trace',
    'osTicket#5442, cerb#1718',
    'customer/erase-customer',
    'is recorded with how much went, and nothing of whom',
  ],
];

test.each(asked)('%s (%s)', (_, __, file, name) => {
  const path = file.startsWith('..') ? `test/${file.slice(3)}.test.ts` : `test/functions/${file}.test.ts`;
  expect(files()).toContain(path);
  expect(read(path)).toContain(name);
});
