import type { CaseForColleagues } from '../../../../client/operations.ts';
import { serviceNow } from '../data/api.ts';
import { useDesk } from '../desk.ts';
import { lasting, moment } from '../format.ts';
import { Pill, Section } from './pieces.tsx';

type Task = CaseForColleagues['tasks'][number];

/** The work of people on a case, what is open first. */
export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const { words, term, language } = useDesk();
  const said = words.case;
  const isOver = ({ status }: Task) => status === 'completed' || status === 'withdrawn';
  const sorted = [...tasks].sort(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || b.openedAt.localeCompare(a.openedAt),
  );
  return (
    <Section title={said.tasks}>
      {tasks.length === 0 && <p class="note">{said.noTasks}</p>}
      <ul class="rows">
        {sorted.map((task) => {
          const ms = Date.parse(task.dueAt) - serviceNow();
          return (
            <li key={task.taskId}>
              {term('task', task.kind)} {task.step && <code>{task.step}</code>} <Pill kind="work" value={task.status} />
              <span class="aside">
                <bdi>{task.assignee ?? task.team}</bdi>
                {' · '}
                {isOver(task) ? (
                  <bdi>{task.outcome ?? ''}</bdi>
                ) : (
                  <span class={ms < 0 ? 'bad' : ''} title={moment(task.dueAt, language)}>
                    {ms < 0 ? said.over(lasting(-ms, language)) : said.left(lasting(ms, language))}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
