import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addAlarms } from './alarms.ts';
import type { ApiStack } from './api-stack.ts';
import { addBackground, deadLetters } from './background-functions.ts';
import { addDashboard } from './dashboard.ts';
import type { DataStack } from './data-stack.ts';
import { keepRoots } from './kept-roots.ts';
import { addMachines } from './machines.ts';
import { mailRoots } from './root-mail.ts';

type WorkProps = StackProps & { data: DataStack; front: ApiStack };

/** What goes on behind the API: the workflows, what happens by the clock or follows from events, and who watches it. */
export class WorkStack extends Stack {
  constructor(scope: Construct, id: string, { data, front: { api, world }, ...props }: WorkProps) {
    super(scope, id, props);
    const { stage } = world;
    const queue = deadLetters(this);
    const sweeps = addBackground(this, data.events, queue, world);
    const machines = [...addMachines(this, world), ...keepRoots(this, { stage, bucket: data.keptRoots, queue })];
    mailRoots(this, stage, queue);
    addAlarms(this, { machines, sweeps, deadLetters: queue, stage });
    addDashboard(this, { api, machines, deadLetters: queue, stage });
  }
}
