import type { CaseRow } from '../case/case-view.ts';
import type { CaseViewStore } from '../case/case-view-store.ts';

/** Every case of a customer, newest first, as the lists know them. */
export async function casesOf(views: Pick<CaseViewStore, 'list'>, customerId: string): Promise<CaseRow[]> {
  const found: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.list<CaseRow>('customer', customerId, { limit: 100, ...(cursor && { cursor }) });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return found;
}

export const openCasesOf = async (views: Pick<CaseViewStore, 'list'>, customerId: string): Promise<string[]> =>
  (await casesOf(views, customerId)).filter(({ status }) => status === 'open').map(({ caseId }) => caseId);
