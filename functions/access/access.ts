import type { Caller, Scope } from '../shared/caller.ts';
import { ApprovalId, CaseId, caseIdOf, PersonId, TaskId } from '../shared/ids.ts';
import type { Instant } from '../shared/now.ts';

/** That somebody called a route: who, when, about whom, and whether they were shown it. Ids and enumerations only. */
export type Access = {
  /** The customer or person it was about; the case, when nobody read whose it is; or the day, for lists of many. */
  about: string;
  at: Instant;
  requestId: string;
  reader: string;
  roles: Caller['roles'];
  /** On whose objects the route let them; absent when it did not. */
  scope?: Scope;
  route: string;
  status: number;
  caseId?: string;
  /** The cases that a list showed. */
  shown?: string[];
};

type Called = {
  routeKey: string;
  pathParameters?: Record<string, string | undefined> | undefined;
  queryStringParameters?: Record<string, string | undefined> | undefined;
  requestContext: { requestId: string };
};

/** What is known after a call. `customer` is whose data the route says it read, `body` what it answered. */
export type Answered = {
  caller: Caller;
  at: Instant;
  status: number;
  scope?: Scope | undefined;
  customer?: string | undefined;
  body?: unknown;
};

/** The record of a call. Of what a caller sent only what is an id gets into it: anything else may be about a person. */
export function accessOf(event: Called, { caller, at, status, scope, customer, body }: Answered): Access {
  const caseId = caseIn(event) ?? caseShown(body);
  const shown = casesIn(body);
  return {
    about: customer ?? personIn(event) ?? caseId ?? aboutMany(at.slice(0, 10)),
    at,
    requestId: event.requestContext.requestId,
    reader: PersonId.safeParse(caller.id).success ? caller.id : 'nobody',
    roles: caller.roles,
    ...(scope && { scope }),
    route: event.routeKey,
    status,
    ...(caseId && { caseId }),
    ...(shown.length > 0 && { shown }),
  };
}

/** Under what the calls of a day stand that were about nobody in particular. */
export const aboutMany = (day: string): string => `many#${day}`;

const caseIn = ({ pathParameters, queryStringParameters }: Called): string | undefined => {
  const { caseId, taskId, approvalId } = pathParameters ?? {};
  const named = caseId ?? queryStringParameters?.case;
  if (CaseId.safeParse(named).success) return named;
  if (TaskId.safeParse(taskId).success) return caseIdOf(taskId ?? '');
  return ApprovalId.safeParse(approvalId).success ? caseIdOf(approvalId ?? '') : undefined;
};

const personIn = ({ pathParameters = {}, queryStringParameters = {} }: Called): string | undefined => {
  const named = pathParameters.customerId ?? pathParameters.personId ?? queryStringParameters.customer;
  return PersonId.safeParse(named).success ? named : undefined;
};

/** The case that a call opened has no place in its path. */
const caseShown = (body: unknown): string | undefined => {
  const shown = typeof body === 'object' && body !== null && 'caseId' in body ? body.caseId : undefined;
  return CaseId.safeParse(shown).success ? String(shown) : undefined;
};

function casesIn(body: unknown): string[] {
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : undefined;
  if (!Array.isArray(items)) return [];
  const ids = items.map((item) => item?.caseId ?? (item?.taskId && caseIdOf(String(item.taskId))));
  return [...new Set(ids.filter((id): id is string => CaseId.safeParse(id).success))];
}
