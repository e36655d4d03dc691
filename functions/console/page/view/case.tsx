import { caseReference } from '../../../shared/case-reference.ts';
import { type CaseNow, caseNow, casePast } from '../data/case.ts';
import { useFollowing, useLive } from '../data/live.ts';
import { useDesk } from '../desk.ts';
import { moment } from '../format.ts';
import { Attention } from './attention.tsx';
import { Clocks } from './clocks.tsx';
import { Mails } from './mails.tsx';
import { Ago, Loaded, Pill } from './pieces.tsx';
import { RunList } from './run-list.tsx';
import { Tasks } from './tasks.tsx';
import { Timeline } from './timeline.tsx';

/** One case: how it stands, what needs a hand, and everything that happened. */
export function Case({ caseId }: { caseId: string }) {
  const { api } = useDesk();
  const now = useLive(`case ${caseId}`, () => caseNow(api, caseId));
  const version = now.data && JSON.stringify(now.data);
  const past = useFollowing(`past ${caseId}`, version, () => casePast(api, caseId));
  return (
    <Loaded data={now.data} problem={now.problem}>
      {now.data && (
        <>
          <Head {...now.data} />
          <Attention now={now.data} mails={past.data?.mails ?? []} done={now.again} />
          <div class="case">
            <Loaded data={past.data} problem={past.problem}>
              {past.data && <Timeline past={past.data} />}
            </Loaded>
            <div class="sides">
              <RunList caseId={caseId} runs={now.data.runs} />
              <Tasks tasks={now.data.shown.tasks} />
              {past.data && <Clocks clocks={past.data.clocks} />}
              {past.data && <Mails mails={past.data.mails} />}
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Head({ shown }: CaseNow) {
  const { words, term, language } = useDesk();
  const said = words.case;
  const facts: [string, string][] = [
    [said.priority, term('priority', shown.priority)],
    [said.team, shown.team],
    [said.owner, shown.owner ?? said.nobody],
    [said.customer, shown.customerId],
    [said.subject, shown.subject],
    [said.opened, moment(shown.openedAt, language)],
    ...(shown.closedAt ? [[said.closed, moment(shown.closedAt, language)] as [string, string]] : []),
  ];
  return (
    <header class="head">
      <h1>
        {term('type', shown.type)} <span class="reference">{caseReference(shown.caseId)}</span>
      </h1>
      <Pill kind="standing" value={shown.status} />
      {shown.resolution && <span class="aside">{term('resolution', shown.resolution)}</span>}
      <span class="aside">
        <Ago at={shown.openedAt} until={shown.closedAt} />
      </span>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
