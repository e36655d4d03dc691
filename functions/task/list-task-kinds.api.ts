import { api } from '../shared/api.ts';
import { showTaskKinds } from './show-task-kinds.ts';

// GET /task-kinds: what each kind of task can end with, and its form as JSON Schema
const body = { kinds: showTaskKinds() };

export const handler = api({}, async () => ({ body }));
