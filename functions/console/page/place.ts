/** Where somebody is in the console; `filters` are what they look by. It stands in the address, behind its `#`. */
export type Place = { view: View; caseId?: string; runId?: string; filters: Record<string, string> };
export type View = 'cases' | 'runs' | 'stuck' | 'case' | 'run';

/** `#/cases?status=open`, `#/cases/<id>`, `#/cases/<id>/runs/<id>`, `#/runs`, `#/stuck`; anything else is all cases. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first, caseId, second, runId] = path.split('/').map(decodeURIComponent);
  const filters = Object.fromEntries(new URLSearchParams(query));
  if (first === 'cases' && caseId && second === 'runs' && runId) return { view: 'run', caseId, runId, filters };
  if (first === 'cases' && caseId) return { view: 'case', caseId, filters };
  return { view: first === 'runs' || first === 'stuck' ? first : 'cases', filters };
}

export function hashOf({ view, caseId = '', runId = '', filters }: Place): string {
  const path = { case: `cases/${caseId}`, run: `cases/${caseId}/runs/${runId}` }[view as string] ?? view;
  const given = Object.entries(filters).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return `#/${path}${query && `?${query}`}`;
}

export const toCase = (caseId: string): string => hashOf({ view: 'case', caseId, filters: {} });
export const toRun = (caseId: string, runId: string, state = ''): string =>
  hashOf({ view: 'run', caseId, runId, filters: { state } });
