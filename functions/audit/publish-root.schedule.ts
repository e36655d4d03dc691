import { eventBus } from '../event-bus/event-bus-gateway.ts';
import { observationStore } from '../observation/observation-store.ts';
import { dynamo, eventBridge } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { changedCaseStore } from './changed-case-store.ts';
import { publishRoot } from './publish-root.ts';
import { rootLogStore } from './root-log-store.ts';
import { storedEventStore } from './stored-event-store.ts';

// Every hour: the heads of all chains that have grown, under one root that the outside is told
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE', 'ROOTS_TABLE', 'OBSERVATIONS_TABLE', 'EVENT_BUS');
const db = dynamo();
const world = {
  changed: changedCaseStore(db, env.CASE_VIEWS_TABLE),
  events: storedEventStore(db, env.CASE_EVENTS_TABLE),
  roots: rootLogStore(db, env.ROOTS_TABLE),
  observations: observationStore(db, env.OBSERVATIONS_TABLE),
  outside: eventBus(eventBridge(), env.EVENT_BUS),
};

export const handler = () => publishRoot(world, now());
