import type { ProblemType } from './operations.ts';

/** What the gateway says itself, in the words of the contract. */
export type GatewayProblem = 'urn:caseloop:problem:gateway' | 'urn:caseloop:problem:internal';

/** An answer that is not what was asked for. `details` has what a program needs to go on, as the contract says. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType | GatewayProblem;
  readonly status: number;
  readonly details: Record<string, unknown>;
  /** Names the request to whoever operates the service. */
  readonly instance: string | undefined;

  constructor(status: number, document: Record<string, unknown>) {
    const { type, detail, message, instance, status: _, ...details } = document;
    super(String(detail ?? message ?? `The service answered ${status}`));
    this.type = (type ?? 'urn:caseloop:problem:gateway') as ProblemType;
    this.status = status;
    this.details = details;
    this.instance = typeof instance === 'string' ? instance : undefined;
  }
}
