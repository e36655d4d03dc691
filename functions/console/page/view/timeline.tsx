import { happeningWords } from '../../../evidence/words/happening-words.ts';
import type { CasePast, Happening } from '../data/case.ts';
import { useDesk } from '../desk.ts';
import { instant, moment, number } from '../format.ts';
import { Section } from './pieces.tsx';

/** Everything that happened to a case, the newest first, and whether it is still as it was written. */
export function Timeline({ past: { timeline, chain } }: { past: CasePast }) {
  const { words, language } = useDesk();
  const said = words.case;
  return (
    <Section title={said.timeline}>
      <p class={chain.ok ? 'why' : 'why note bad'}>
        {chain.ok ? said.chainHolds(number(chain.length, language)) : said.chainBroken(number(chain.seq, language))}
      </p>
      <ol class="timeline" reversed>
        {timeline.toReversed().map((one) => (
          <Entry key={one.seq} one={one} />
        ))}
      </ol>
    </Section>
  );
}

function Entry({ one: { at, kind, by, data = {} } }: { one: Happening }) {
  const { words, language } = useDesk();
  const said = (happeningWords as Record<string, Record<string, string>>)[kind]?.[language] ?? kind;
  const details = Object.entries(data).filter(([, value]) => value !== undefined && value !== '');
  return (
    <li>
      <time class="figure" dateTime={at} title={moment(at, language)}>
        {instant(at, language)}
      </time>
      <div>
        <p>
          {said} {by && <span class="aside">{words.case.by(`\u2068${by}\u2069`)}</span>}
        </p>
        {details.length > 0 && (
          <ul class="data">
            {details.map(([name, value]) => (
              <li key={name}>
                <span>{name}</span> <code>{textOf(value)}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' && value !== null ? Object.values(value).map(textOf).join(' ') : String(value);
}
