import { useState } from 'preact/hooks';
import type { CaseNow, Mail } from '../data/case.ts';
import { useDesk } from '../desk.ts';
import { mayDecide, mayWork } from '../sign-in/session.ts';
import { Act } from './act.tsx';
import { Ago, Section } from './pieces.tsx';

type Props = { now: CaseNow; mails: readonly Mail[]; done: () => void };

/** What does not go on by itself, why, and what can be done about it. */
export function Attention({ now, mails, done: refresh }: Props) {
  const [told, tell] = useState('');
  const { api, words, term, me } = useDesk();
  const { caseId, tasks } = now.shown;
  const steps = tasks.filter(
    ({ kind, status }) => kind === 'failed-step' && status !== 'completed' && status !== 'withdrawn',
  );
  // A run that is over is answered by nobody: what starts a new one comes first.
  steps.sort((a, b) => Number(b.step === 'case-run') - Number(a.step === 'case-run'));
  const unknown = mails.filter(({ state }) => state === 'unconfirmed');
  const done = (what: string) => {
    tell(what);
    refresh();
  };
  if (steps.length + unknown.length === 0 && !told) return null;
  const complete = (taskId: string, outcome: 'retry' | 'handled') => () =>
    api.completeTask({ path: { taskId }, body: { outcome } });
  return (
    <Section title={words.case.attention}>
      <p role="status" class="note good">
        {told}
      </p>
      <ul class="rows attention">
        {steps.map(({ taskId, step, openedAt }) => {
          const kind = step === 'case-run' ? 'restart' : 'retry';
          return (
            <li key={taskId}>
              <p>
                {words.act[kind].why} <code>{step}</code>{' '}
                <span class="aside">
                  <Ago at={openedAt} />
                </span>
              </p>
              {mayWork(me) ? (
                <p class="buttons">
                  <Act kind={kind} act={complete(taskId, 'retry')} done={done} />
                  {kind === 'retry' && <Act kind="handled" quiet act={complete(taskId, 'handled')} done={done} />}
                </p>
              ) : (
                <p class="note">{words.act.onlyColleagues}</p>
              )}
            </li>
          );
        })}
        {unknown.map(({ mailId, letter }) => (
          <li key={mailId}>
            <p>
              {words.act.resend.why} <b>{term('letter', letter)}</b>
            </p>
            {mayDecide(me) ? (
              <Act kind="resend" act={() => api.resendMail({ path: { caseId, mailId } })} done={done} />
            ) : (
              <p class="note">{words.act.only}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
