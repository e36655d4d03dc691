import { AppError } from '../shared/errors.ts';

export class CampaignNotFound extends AppError {
  override readonly name = 'CampaignNotFound';
  readonly status = 404;
  constructor(campaignId: string) {
    super(`There is no campaign ${campaignId}`);
  }
}

export class CampaignChangedMeanwhile extends AppError {
  override readonly name = 'CampaignChangedMeanwhile';
  readonly status = 409;
  constructor(campaignId: string) {
    super(`Campaign ${campaignId} is being changed by others; try again`);
  }
}

export class CampaignNotSteerable extends AppError {
  override readonly name = 'CampaignNotSteerable';
  readonly status = 409;
  override readonly details: { stands: string };
  constructor(campaignId: string, action: string, status: string) {
    super(`Campaign ${campaignId} is ${status}: there is nothing to ${action}`);
    this.details = { stands: status };
  }
}
