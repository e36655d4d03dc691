import type { CaseEvent } from '../../../functions/case/case-fact.ts';
import type { Background } from '../../../infra/background.ts';
import { followers } from '../../../infra/followers.ts';
import type { Engine } from '../../../local/states/engine.ts';
import type { Known as Execution } from '../../../local/states/known.ts';
import { Database } from '../../../local/table/database.ts';
import { keysOfTables } from '../../../local/table/table-keys.ts';
import { createApi } from './api.ts';
import type { Globals } from './bundle.ts';
import { Chance } from './chance.ts';
import { SteppingClock } from './clock.ts';
import { type BusEvent, startEvents } from './events.ts';
import { createFunctions, type Functions } from './lambda.ts';
import { createMachines, type Definitions } from './machines.ts';
import type { Plan } from './plan.ts';
import { PostOffice } from './post-office.ts';
import { deployed, machineArn, workflows } from './rows.ts';
import type { Runtime } from './runtime.ts';
import { createServices } from './services.ts';
import { startStream } from './stream.ts';
import { Truth } from './truth.ts';
import { type Watcher, Watchers } from './watchers.ts';

export type Broken = { invariant: string; why: string; at: number };
export type DeadLetter = { entry: string; payload: unknown };
export type World = ReturnType<typeof createWorld>;

type Run = { done: () => boolean; until?: number; most?: number };
type Beginning = {
  seed: number;
  plan: Plan;
  machines: Definitions;
  /** Milliseconds since the epoch. */
  start?: number;
  trace?: (line: string) => void;
};
export const START = Date.UTC(2026, 10, 23, 9);

/** One simulated world: real functions and machines, everything around them made of memory, time and chance. */
export function createWorld(runtime: Runtime, { seed, plan, machines, trace, start: begins = START }: Beginning) {
  const chance = new Chance(seed);
  const clock = new SteppingClock(begins);
  const truth = new Truth();
  const watchers = new Watchers();
  const broken: Broken[] = [];
  const dead: DeadLetter[] = [];
  let faults = 0;
  let lastFault = 0;
  const note = (line: string) => {
    if (line.startsWith('fault')) {
      faults++;
      lastFault = clock.now();
    }
    trace?.(`${new Date(clock.now()).toISOString()}  ${line}`);
  };
  const fail = (invariant: string, why: string) => {
    note(`BROKEN ${invariant}: ${why}`);
    broken.push({ invariant, why, at: clock.now() });
  };

  const database = new Database(keysOfTables, (write) => {
    const event = truth.take(write);
    if (event) note(`${event.caseId.slice(-4)} ${event.seq} ${event.fact.kind} by ${event.by}`);
    for (const watch of watchers.wrote) watch(write, event);
    if (event) for (const stream of streams) stream.add(write, event.fact.kind);
  });
  const post = new PostOffice(clock, (mail) => {
    note(`mail ${mail.letter} to ${mail.to}`);
    for (const watch of watchers.mailed) watch(mail);
  });
  const logged = (line: string) => {
    for (const watch of watchers.logged) watch(line);
  };
  const callService: Globals['callService'] = (...call) => services(...call);
  const start = runtime.inWorld({ clock, chance: chance.fork(), plan, callService, logged });
  const functions: Functions = createFunctions(start, { clock, plan, logged });
  const givenUp = (entry: string, payload: unknown) => {
    note(`given up: ${entry}`);
    dead.push({ entry, payload });
    for (const watch of watchers.gaveUp) watch(entry, payload);
  };
  const engine: Engine = createMachines(machines, { clock, chance: chance.fork(), plan, functions, ended, note });
  const events = startEvents({ clock, plan, functions, givenUp });
  const streams = Object.values<Background>(followers).map(({ entry, kinds }) =>
    startStream(entry, { clock, plan, functions, givenUp }, kinds),
  );
  const tell = (event: BusEvent) => {
    for (const watch of watchers.told) watch(event);
    events.tell(event);
  };
  const services = createServices({
    ...{ clock, plan, database, engine, post, note, tell },
    rightsOf: (caller) => deployed.get(caller) ?? { environment: {}, may: new Map() },
    denied: (why) => fail('rights', why),
  });

  function ended(execution: Execution): void {
    const { arn, name, machineArn: stateMachineArn, startDate } = execution.beginning;
    const { status, error, stopDate } = execution.end ?? {};
    note(`run ${name} ${status} ${error ?? ''}`);
    for (const watch of watchers.ended) watch(execution);
    tell({
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      detail: { executionArn: arn, stateMachineArn, name, status, startDate, stopDate },
    });
  }

  const waiting = new Map<string, (() => void)[]>();
  watchers.add({
    wrote(_, event) {
      const team = event && newWorkOf(event);
      if (!team) return;
      for (const go of waiting.get(team) ?? []) go();
      waiting.delete(team);
    },
  });
  /** Until the team has an open task; whoever looks before that sees an empty list. */
  const thereIsWork = (team: string): Promise<void> =>
    new Promise((resolve) => {
      if (truth.openTasks().some((task) => task.team === team)) resolve();
      else waiting.set(team, [...(waiting.get(team) ?? []), resolve]);
    });

  const answered: Required<Watcher>['answered'] = (...answer) => {
    for (const watch of watchers.answered) watch(...answer);
  };
  const api = createApi({ clock, functions, note, answered });
  const running = () =>
    workflows.flatMap(
      ({ name }) => engine.listExecutions({ stateMachineArn: machineArn(name), status: 'RUNNING' }).items,
    );

  const stopped = new Set<string>();
  /** Somebody stops a run that is needed, in the console of Step Functions. */
  function stopByHand(executionArn: string): void {
    const name = executionArn.split(':').at(-1) ?? '';
    stopped.add(name);
    note(`fault stopped by hand: ${name}`);
    engine.stopExecution({ executionArn });
  }

  /**
   * Goes on, one thing after another, until there is nothing to wait for, the time has come or something is broken; what
   * takes more than so many steps goes in circles.
   */
  async function run({
    done,
    until = Number.POSITIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
  }: Run): Promise<number> {
    let steps = 0;
    while (broken.length === 0 && !done() && (clock.next ?? until + 1) <= until) {
      clock.step();
      await everythingElse();
      if (++steps >= most) fail('I12 everything settles', `it goes on and on, for ${most} steps`);
    }
    return steps;
  }

  return {
    ...{ seed, plan, chance, clock, database, truth, post, engine, functions, events, streams, api, broken, dead },
    ...{ watchers, note, fail, running, run, thereIsWork, stopped, stopByHand },
    /** How many faults there have been. */
    faults: () => faults,
    /** When the last of them was (milliseconds since the epoch). */
    lastFault: () => lastFault,
    idle: () => events.idle() && streams.every((stream) => stream.idle()),
  };
}

/** Everything that is on its way without a timer, to its end. */
async function everythingElse(): Promise<void> {
  await new Promise(setImmediate);
  await new Promise(setImmediate);
}

/** The team that has more to do after this. */
function newWorkOf({ fact }: CaseEvent): string | undefined {
  if (fact.kind === 'task-opened') return fact.data.team;
  return fact.kind === 'case-transferred' || fact.kind === 'task-escalated' ? fact.data.to : undefined;
}
