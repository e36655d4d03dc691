import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import { checkArn, checkName, machineArn, type Place } from './arns.ts';
import type { KeptMachine } from './keeper.ts';
import { type Allowed, loadMachine } from './load.ts';
import type { TopMachine } from './machine.ts';

export type NewStateMachine = { readonly name: string; readonly definition: string; readonly roleArn: string };

/** The machines of an engine. Older revisions stay, for the runs that began with them. */
export class Machines {
  readonly #latest = new Map<string, KeptMachine>();
  readonly #kept = new Map<string, KeptMachine>();
  readonly #loaded = new Map<string, TopMachine>();
  readonly #allowed: Allowed;
  readonly #place: Place;

  constructor(allowed: Allowed, place: Place) {
    this.#allowed = allowed;
    this.#place = place;
  }

  /** Creates a machine, or gives the one of that name a new definition. Returns undefined if nothing changed. */
  put({ name, definition, roleArn }: NewStateMachine, creationDate: number): KeptMachine | undefined {
    const arn = machineArn(this.#place, checkName(name));
    const before = this.#latest.get(arn);
    if (before?.definition === definition && before.roleArn === roleArn) return undefined;
    const revision = createHash('sha256')
      .update(JSON.stringify([arn, definition, roleArn]))
      .digest('hex')
      .slice(0, 32);
    const kept: KeptMachine = {
      kind: 'machine',
      arn,
      name,
      definition,
      roleArn,
      creationDate: before?.creationDate ?? creationDate,
      revision,
    };
    this.#loaded.set(revision, loadMachine(definition, this.#allowed));
    this.remember(kept);
    return kept;
  }

  remember(kept: KeptMachine): void {
    this.#latest.set(kept.arn, kept);
    this.#kept.set(kept.revision, kept);
  }

  get(arn: string | undefined): KeptMachine {
    const found = this.#latest.get(checkArn(arn, 'stateMachine'));
    if (!found) throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    return found;
  }

  /** Throws MachineRefused if a definition was kept that this interpreter does not know any more. */
  revision(revision: string): TopMachine {
    const loaded = this.#loaded.get(revision);
    if (loaded) return loaded;
    const { definition } = this.#kept.get(revision) as KeptMachine;
    const machine = loadMachine(definition, this.#allowed);
    this.#loaded.set(revision, machine);
    return machine;
  }

  all(): KeptMachine[] {
    return [...this.#latest.values()];
  }
}
