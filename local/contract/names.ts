import * as z from 'zod/mini';
import { Requested } from '../../functions/approval/approval.ts';
import { ApprovalOfCase, ApprovalShown } from '../../functions/approval/approval-shape.ts';
import { TimelineEvent } from '../../functions/audit/timeline-shape.ts';
import { Calendar } from '../../functions/calendar/calendar.ts';
import * as fact from '../../functions/case/case-fact.ts';
import { CaseForColleagues, CaseForCustomer, CaseListed, CaseOpened } from '../../functions/case/case-shape.ts';
import { Channel } from '../../functions/case/channel.ts';
import { Contact } from '../../functions/customer/contact.ts';
import { MailShown } from '../../functions/mail/mail-shape.ts';
import { Team } from '../../functions/policy/policy.ts';
import { RungName } from '../../functions/reminder/reminder.ts';
import * as ids from '../../functions/shared/ids.ts';
import { Instant } from '../../functions/shared/instant-shape.ts';
import { Outcome, ReleaseReason, Step, TaskKind, TeamId } from '../../functions/task/task.ts';
import { TaskOfCase, TaskShown } from '../../functions/task/task-shape.ts';

type Named = { id: string; description?: string };

/** Schemas that have a name of their own in the contract, and what clients should know of them. */
export const names = z.registry<Named>();

const name = (schemas: Record<string, z.core.$ZodType>, told: Record<string, string> = {}) => {
  for (const [id, schema] of Object.entries(schemas))
    names.add(schema, { id, ...(told[id] && { description: told[id] }) });
};

const { CaseId, PersonId, AccountId, CardId, TransactionId, ApprovalId, TaskId } = ids;
name(
  { CaseId, PersonId, AccountId, CardId, TransactionId, ApprovalId, TaskId, TeamId, Instant },
  {
    CaseId: 'A case. Random: it tells nothing and cannot be guessed.',
    PersonId: 'A customer, a colleague or a service: the `sub` of their token.',
    TaskId: '`<caseId>.<cycle>.<what>`: whoever has the id of a task knows its case.',
    ApprovalId: '`<caseId>.approval.<number>`: whoever has the id of an approval knows its case.',
    TeamId: 'A team of the policy `teams`.',
    Instant: 'An instant in UTC, as in RFC 3339.',
  },
);
const { CaseType, Resolution, WaitingFor, TransferReason, Finding, Priority } = fact;
name(
  { CaseType, Channel, Resolution, WaitingFor, TransferReason, Finding, Step, TaskKind, Outcome, ReleaseReason },
  {
    Outcome: 'How a task ended; each kind of task has its own.',
    Finding: 'A booking that a rule says a person must look at.',
    Step: 'What a person is asked to settle when it failed for good.',
  },
);
name(
  { RungName, Priority, Requested, Team, Calendar, Contact },
  { Requested: 'What a second person has to agree to.', Calendar: 'When people work.' },
);
name(
  { CaseForColleagues, CaseForCustomer, CaseListed, TaskShown, TaskOfCase, ApprovalShown, ApprovalOfCase, CaseOpened },
  {
    CaseForColleagues: 'A case as those see it who work on it.',
    CaseForCustomer: 'A case as its customer sees it.',
  },
);
name({ TimelineEvent, MailShown }, { TimelineEvent: 'Something that happened to a case, as the timeline tells it.' });
