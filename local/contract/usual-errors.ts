import { example, exampleTask } from '../../functions/contract/example.ts';
import {
  type AppError,
  CaseChangedMeanwhile,
  CaseIsClosed,
  CaseNotFound,
  Forbidden,
  IdempotencyKeyReused,
  InvalidRequest,
  TaskNotFound,
} from '../../functions/shared/errors.ts';
import { BodyTooLarge, CaseHasChanged, UnsupportedMediaType } from '../../functions/shared/protocol-errors.ts';
import { AccessNotRecorded, ApprovalNotFound, CaseIsCancelled, CaseIsMerged } from '../../functions/shared/refusals.ts';
import type { Route } from '../../infra/route.ts';
import type { Takes } from './promised-route.ts';

/** What a route can answer because of what it is: nobody has to write it down for each. */
export function usualErrors({ path, method, callers }: Route, takes: Takes): AppError[] {
  const ofCase = /\{(case|task|approval)Id\}/.test(path);
  const changes = method === 'POST' && (ofCase || path === '/cases');
  if (callers === 'public') return [];
  return [
    new InvalidRequest([{ field: 'limit', message: 'must be at most 100' }]), // or an Idempotency-Key that is too long
    new Forbidden(),
    ...(path.includes('{caseId}') ? [new CaseNotFound(example.closed)] : []),
    ...(path.includes('{taskId}') ? [new TaskNotFound(exampleTask(example.closed, 'triage'))] : []),
    ...(path.includes('{approvalId}') ? [new ApprovalNotFound(`${example.closed}.approval.1`)] : []),
    ...(changes && ofCase ? [new CaseHasChanged(example.waiting, 9)] : []),
    ...(changes && ofCase
      ? [
          new CaseIsClosed(example.closed),
          new CaseIsCancelled(example.closed, 'carla', 'opened-by-mistake'),
          new CaseIsMerged(example.closed, example.ready),
        ]
      : []),
    ...(changes ? [new CaseChangedMeanwhile(example.waiting), new IdempotencyKeyReused()] : []),
    ...(method === 'GET' ? [new AccessNotRecorded()] : []),
    ...(takes.body ? [new BodyTooLarge(64 * 1024), new UnsupportedMediaType()] : []),
  ];
}
