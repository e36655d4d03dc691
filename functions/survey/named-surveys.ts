import { InvalidRequest } from '../shared/errors.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { SurveyRules } from './survey-rules.ts';

/**
 * A survey about the relationship is never asked after a case, nor one that nobody wrote.
 * @throws InvalidRequest naming the field
 */
export async function mustNameSurveys(definitions: DefinitionStore, rules: SurveyRules): Promise<void> {
  const named = [
    ...Object.entries(rules.after).map(([type, id]) => ({ field: `after.${type}`, id })),
    { field: 'recovery.survey', id: rules.recovery.survey },
  ];
  const errors = [];
  for (const { field, id } of named) {
    const found = await definitions.inForce(id);
    if (!found) errors.push({ field, message: `names a survey that does not exist: ${id}` });
    else if (found.definition.kind !== 'transactional')
      errors.push({ field, message: `must be a transactional survey, which ${id} is not` });
    else if (field === 'recovery.survey' && found.definition.anonymous)
      errors.push({ field, message: `must not be anonymous, as those who were called are few and known: ${id}` });
  }
  if (errors.length > 0) throw new InvalidRequest(errors);
}
