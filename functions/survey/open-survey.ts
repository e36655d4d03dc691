import type { VaultStore } from '../customer/vault-store.ts';
import type { FoundSurvey } from './find-survey.ts';
import { alreadyCounted } from './page/notices.ts';
import type { Page } from './page/page.ts';
import { type Filled, valuesOf } from './page/question-html.ts';
import { filledWith, showForm } from './show-form.ts';
import type { Reader } from './survey-page.ts';

/** The form, with the choice that a link of the mail was clicked for, or with the answer that was given before. */
export async function openSurvey(
  { vault }: { vault: VaultStore },
  found: FoundSurvey,
  reader: Reader,
  clicked: string | undefined,
): Promise<Page> {
  const { current, survey, definition } = found;
  if (survey?.link) return alreadyCounted(reader);
  const answers = survey?.answers ?? [];
  const textIds = answers.flatMap((answer) => (answer.kind === 'text' ? [answer.textId] : []));
  const texts = await Promise.all(textIds.map((id) => vault.text(current.customerId, id)));
  const filled: Filled = filledWith(answers, new Map(textIds.map((id, index) => [id, texts[index] ?? ''])));
  const [first] = definition.questions;
  if (first && first.kind !== 'text' && clicked && valuesOf(first).includes(clicked)) filled[first.id] = [clicked];
  return showForm(found, reader, { filled });
}
