import { serviceNow } from '../data/api.ts';
import type { Clock } from '../data/case.ts';
import { useDesk } from '../desk.ts';
import { instant, lasting, moment } from '../format.ts';
import { Pill, Section } from './pieces.tsx';

/** What was promised to the customer: how much of it is used, and where the time went. */
export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const { words } = useDesk();
  const promised = clocks.filter(({ state, targetMilliseconds }) => state !== 'not-promised' && targetMilliseconds);
  return (
    <Section title={words.case.promises}>
      {promised.length === 0 && <p class="note">{words.case.noPromises}</p>}
      <ul class="rows">
        {promised.map((clock) => (
          <li key={`${clock.clock} ${clock.cycle} ${clock.round}`}>
            <ClockRow clock={clock} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ClockRow({ clock }: { clock: Clock }) {
  const { words, term, language } = useDesk();
  const said = words.case;
  const { targetMilliseconds: target = 1, usedMilliseconds: used, dueAt, breachedAt, stoppedAt, ledger = [] } = clock;
  const ms = dueAt && !stoppedAt ? Date.parse(dueAt) - serviceNow() : undefined;
  const late = breachedAt !== undefined || used > target;
  return (
    <>
      <p>
        {term('clock', clock.clock)} <Pill kind="ledger" value={clock.state} {...(late && { tone: 'bad' })} />
        <span class="aside" title={dueAt && moment(dueAt, language)}>
          {ms === undefined && said.used(lasting(used, language))}
          {ms !== undefined && (ms < 0 ? said.over(lasting(-ms, language)) : said.left(lasting(ms, language)))}
        </span>
      </p>
      <progress
        class={late ? 'late' : ''}
        max={target}
        value={Math.min(used, target)}
        aria-label={term('clock', clock.clock)}
      />
      <details>
        <summary>{said.explain}</summary>
        <ol class="ledger">
          {ledger.map(({ from, kind, why, milliseconds }) => (
            <li key={from} class={kind}>
              <time dateTime={from}>{instant(from, language)}</time>{' '}
              <b class="figure">{lasting(milliseconds, language)}</b> {term('ledger', kind)} {why && <code>{why}</code>}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
