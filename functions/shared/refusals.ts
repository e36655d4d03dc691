import { AppError } from './errors.ts';

// What people are refused who may use a route, but not for this.

export class ManagerNeeded extends AppError {
  override readonly name = 'ManagerNeeded';
  readonly status = 403;
  override readonly details: { team: string };
  constructor(team: string) {
    super(`Only the manager of team ${team} or an administrator may do this`);
    this.details = { team };
  }
}
