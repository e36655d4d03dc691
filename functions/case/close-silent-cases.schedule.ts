import { dynamo } from '../shared/clients.ts';
import { readEnv } from '../shared/env.ts';
import { now } from '../shared/now.ts';
import { caseStore } from './case-store.ts';
import { closeSilentCases } from './close-silent-cases.ts';
import { dueListStore } from './due-list-store.ts';

// Every hour: cases that have waited for their customer for too long
const env = readEnv('CASE_EVENTS_TABLE', 'CASE_VIEWS_TABLE');
const db = dynamo();
const world = { cases: caseStore(db, env.CASE_EVENTS_TABLE), views: dueListStore(db, env.CASE_VIEWS_TABLE) };

export const handler = () => closeSilentCases(world, now());
