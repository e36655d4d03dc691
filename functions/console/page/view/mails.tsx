import type { Mail } from '../data/case.ts';
import { useDesk } from '../desk.ts';
import { moment } from '../format.ts';
import { Pill, Section, type Tone } from './pieces.tsx';

const tones: Record<Mail['state'], Tone> = {
  ...{ sent: 'good', 'not-sent': 'bad', unconfirmed: 'wait' },
  ...{ 'resend-asked': 'busy', bounced: 'bad', 'complained-about': 'bad' },
};

/** The mails about a case, and what is known of each. */
export function Mails({ mails }: { mails: readonly Mail[] }) {
  const { words, term, language } = useDesk();
  return (
    <Section title={words.case.mails}>
      {mails.length === 0 && <p class="note">{words.case.noMails}</p>}
      <ul class="rows">
        {mails.map(({ mailId, letter, to, state, at, reason }) => (
          <li key={mailId}>
            {term('letter', letter)} <Pill kind="mail" value={state} tone={tones[state]} />
            <span class="aside">
              <bdi>{to}</bdi> · <time dateTime={at}>{moment(at, language)}</time> {reason && <code>{reason}</code>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
