import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Role } from '../functions/shared/caller.ts';
import { stageNamed } from '../infra/stages.ts';
import { caseloopApp } from '../infra/synth.ts';
import { type Client, clientOf } from './client.ts';
import type { MovableClock } from './clock.ts';
import { type Cloud, type CloudOptions, startCloud } from './cloud/cloud.ts';
import type { SignInPerson } from './cloud/sign-in/people.ts';
import { holders } from './seed/bookings.ts';
import { colleagues, customers, others, teams } from './seed/people.ts';
import { seedLedger } from './seed/seed-ledger.ts';
import { seeded } from './states/random.ts';

// That the SDK will want a newer Node one day is no news for somebody who tries this.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

export type Laptop = {
  cloud: Cloud;
  clock: MovableClock;
  /** A client that calls the API as one of the people of the seed. */
  as: (id: string) => Promise<Client>;
  tokenOf: (id: string) => Promise<string>;
};

export type LaptopOptions = Omit<CloudOptions, 'assembly' | 'random'> & {
  seed?: number;
  /** A synthesized folder of somebody else's, who removes it; absent: one of its own. */
  assembly?: string;
};

/** Synthesizes what a laptop runs. Returns the folder. */
export async function synthesize(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'caseloop-'));
  (await caseloopApp(stageNamed('dev'), folder)).synth();
  return folder;
}

/** The whole service on this machine: the template that AWS would get, run by the local cloud. */
export async function startLaptop({ seed = 1, assembly: given, ...options }: LaptopOptions): Promise<Laptop> {
  const assembly = given ?? (await synthesize());
  const running = await startCloud({ people: everybody, ...options, assembly, random: seeded(seed) });
  const stop = async () => {
    await running.stop();
    if (!given) rmSync(assembly, { recursive: true, force: true });
  };
  const cloud = { ...running, stop };
  const tokenOf = (id: string) => cloud.token({ sub: id, ...claimsOf(rolesOf(id)) });
  const as = async (id: string) => clientOf(cloud.apiUrl, await tokenOf(id));
  return { cloud, clock: options.clock, as, tokenOf };
}

/** People into the vault and teams into the policies through the API, accounts into the reference ledger. */
export async function seedLaptop({ cloud, clock, as }: Laptop) {
  const admin = await as('admin');
  for (const { id, roles: _, ...contact } of [...customers, ...colleagues]) await admin.put(`/contacts/${id}`, contact);
  await admin.put('/policies/teams', { teams });
  const rows = await seedLedger(awsClient(cloud), cloud.nameOf('Ledger'), holders(clock.now()));
  return { people: customers.length + colleagues.length, teams: teams.length, rows };
}

export const awsClient = (cloud: Cloud): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: cloud.awsUrl,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const claimsOf = (roles: readonly Role[]) => ({ 'cognito:groups': roles });

// Colleagues first: that is who signs in.
const everybody: SignInPerson[] = [...others, ...colleagues, ...customers].map(({ id, roles, ...person }) => ({
  ...{ id, roles, claims: claimsOf(roles) },
  name: 'name' in person ? String(person.name) : id,
}));

function rolesOf(id: string): Role[] {
  const person = [...customers, ...colleagues, ...others].find((one) => one.id === id);
  if (!person) throw new Error(`Nobody here is called ${id}`);
  return person.roles;
}
