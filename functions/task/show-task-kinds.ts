import * as z from 'zod/mini';
import { TaskKind, taskKinds } from './task.ts';
import { forms } from './task-form.ts';

/** What clients need to show a task to whoever does it: its outcomes, and its form as JSON Schema (2020-12). */
export const showTaskKinds = () =>
  TaskKind.options.map((kind) => {
    const { team, hours, outcomes } = taskKinds[kind];
    return { kind, team, hours, outcomes: [...outcomes], form: z.toJSONSchema(forms[kind]) };
  });
