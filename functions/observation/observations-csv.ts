import { csv } from '../report/csv.ts';
import type { Language } from '../shared/language.ts';
import { type Observation, reportOf } from './observation.ts';
import { whyOf } from './words/observation-words.ts';

const head = ['report', 'kind', 'at', 'by', 'case', 'event', 'about', 'why', 'data', 'id'];

/** One line for each observation, the oldest first. */
export const observationsCsv = (observations: readonly Observation[], language: Language): string =>
  csv(
    head,
    observations.map((observation) => {
      const { id, kind, at, by, caseId, seq, about, data } = observation;
      return [
        reportOf(observation),
        kind,
        at,
        by,
        caseId,
        seq,
        about,
        whyOf(observation, language),
        JSON.stringify(data),
        id,
      ];
    }),
  );

/** A observation as it is shown: what it is, and why. */
export const showObservation = (observation: Observation, language: Language) => ({
  ...observation,
  why: whyOf(observation, language),
});
