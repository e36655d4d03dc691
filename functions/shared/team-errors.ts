import { AppError } from './errors.ts';

// What people are told about teams and the work that they share.

export class TeamNotFound extends AppError {
  override readonly name = 'TeamNotFound';
  readonly status = 404;
  constructor(team: string) {
    super(`There is no team ${team}`);
  }
}

export class ColleagueNotFound extends AppError {
  override readonly name = 'ColleagueNotFound';
  readonly status = 404;
  constructor(person: string) {
    super(`${person} is in no team`);
  }
}

export class SkillNeeded extends AppError {
  override readonly name = 'SkillNeeded';
  readonly status = 409;
  override readonly details: { skill: string };
  constructor(taskId: string, person: string, skill: string) {
    super(`Task ${taskId} takes the skill ${skill}, which ${person} has not`);
    this.details = { skill };
  }
}

export class HandsFull extends AppError {
  override readonly name = 'HandsFull';
  readonly status = 409;
  override readonly details: { cap: number };
  constructor(person: string, cap: number) {
    super(`${person} has ${cap} open tasks, as many as one person of the team may have`);
    this.details = { cap };
  }
}

export class NoFurtherLine extends AppError {
  override readonly name = 'NoFurtherLine';
  readonly status = 409;
  constructor(team: string) {
    super(`Team ${team} is the last line: there is nobody to escalate to`);
  }
}

export class TaskBlocked extends AppError {
  override readonly name = 'TaskBlocked';
  readonly status = 409;
  override readonly details: { after: string };
  constructor(taskId: string, after: string) {
    super(`Task ${taskId} can be done when task ${after} is`);
    this.details = { after };
  }
}
