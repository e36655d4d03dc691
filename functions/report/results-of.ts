import type { CaseEvent, CaseFact } from '../case/case-fact.ts';
import { fold } from '../case/case-store.ts';
import { readAnswers } from './answers.ts';
import { dayOf } from './day.ts';
import { experienceOf, type ReadSla } from './experience.ts';
import type { Purpose } from './report.ts';
import type { SurveyResult } from './survey-result.ts';

type Asking = { cycle: number; round?: number | undefined };
type Begun = Asking & { kind?: string | undefined; language?: string | undefined; with?: string | undefined };

export type ResultWorld = { timeZone: string; readSla: ReadSla };

/**
 * What every asking of a case has come to by now. It follows from the history alone: the same history gives the same
 * results, however often and in which order its events are brought.
 */
export function resultsOf(history: readonly CaseEvent[], world: ResultWorld): SurveyResult[] {
  return history.flatMap((event, index) => {
    const { kind } = event.fact;
    if (kind !== 'survey-invited' && kind !== 'survey-not-asked') return [];
    return [resultOf(history.slice(0, index + 1), history.slice(index + 1), world)];
  });
}

function resultOf(before: readonly CaseEvent[], later: readonly CaseEvent[], world: ResultWorld): SurveyResult {
  const { fact, at, caseId } = before.at(-1) as CaseEvent;
  const begun = fact.data as Begun;
  const { cycle, round = 1 } = begun;
  const then = fold(before);
  const own = later.map((event) => event.fact).filter(isAbout(begun));
  const answer = readAnswers(own);
  return {
    surveyId: `${caseId}#${cycle}#${round}`,
    day: dayOf(at, world.timeZone),
    purpose: purposeOf(begun, round),
    groups: {
      type: then.type,
      team: then.team,
      agent: then.owner ?? then.tasks.findLast(({ kind }) => kind === 'triage')?.completedBy ?? 'nobody',
      channel: before[0]?.fact.kind === 'case-opened' ? before[0].fact.data.channel : 'campaign',
      campaign: then.campaign?.campaignId ?? 'none',
      language: begun.language ?? answer?.language ?? 'unknown',
    },
    invited: fact.kind === 'survey-invited',
    ...(fact.kind === 'survey-not-asked' && { notAsked: fact.data.reason }),
    delivered: isDelivered(untilNext(later), begun.with ?? 'survey-invitation'),
    started: own.some(({ kind }) => kind === 'survey-started'),
    declined: own.some(({ kind }) => kind === 'survey-declined'),
    ...(answer?.result ?? { answered: false, ratings: [], choices: [] }),
    ...(answer?.score && withDriver(experienceOf(before, then, world.readSla), answer.score)),
    ...answer?.gaps(then),
  };
}

const withDriver = (experience: ReturnType<typeof experienceOf>, score: number) =>
  experience && { driver: { experience, score } };

const isAbout =
  ({ cycle, round = 1 }: Asking) =>
  ({ kind, data }: CaseFact): boolean => {
    const asking = data as Partial<Asking>;
    return kind.startsWith('survey-') && asking.cycle === cycle && (asking.round ?? 1) === round;
  };

function purposeOf({ kind }: Begun, round: number): Purpose {
  if (round > 1) return 'after-recovery';
  return kind === 'relationship' ? 'relationship' : 'transactional';
}

/** Its own letter comes before the next asking. */
function untilNext(later: readonly CaseEvent[]): readonly CaseEvent[] {
  const next = later.findIndex(({ fact }) => fact.kind === 'survey-invited');
  return next < 0 ? later : later.slice(0, next);
}

/** The letter with the link was taken by the mail service and has not come back. */
function isDelivered(events: readonly CaseEvent[], means: string): boolean {
  const letter = means === 'closing-notice' ? 'case-closed' : means;
  const mails = events.flatMap(({ fact }) =>
    'letter' in fact.data && fact.data.letter === letter ? [{ kind: fact.kind, mailId: fact.data.mailId }] : [],
  );
  return mails.some(
    ({ kind, mailId }) =>
      kind === 'mail-sent' && !mails.some((other) => other.mailId === mailId && other.kind === 'mail-bounced'),
  );
}
