import { changedListOf } from '../../functions/audit/changed-case-store.ts';
import { after, type Instant, minute } from '../../functions/shared/now.ts';
import type { Scene } from '../../local/contract/scene.ts';
import { histories, sceneTime } from '../../local/contract/scene-histories.ts';

const TOGETHER = 100;
type Item = Awaited<ReturnType<Scene['views']>>[number];

/**
 * Cases like those of the scene, in the same lists of the same teams, each of a customer and with a colleague of
 * its own, and later than all before it. Only lists are longer for them: everything else is asked for by the id of one case.
 */
export async function addOtherCases(scene: Scene, from: number, to: number): Promise<void> {
  const rows = await scene.views();
  const patterns = Object.keys(histories).map((caseId) => rows.filter(({ pk }) => pk?.S === caseId));
  for (let n = from; n < to; n += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, to - n) }, (_, one) => n + one);
    await scene.addViews(
      numbers.flatMap((one) => (patterns[one % patterns.length] ?? []).map((row) => another(row, one))),
    );
  }
}

function another(item: Item, n: number): Item {
  const [old, id] = [String(item.pk?.S), `case_z${String(n).padStart(25, '0')}`];
  const at: Instant = after(sceneTime, n * minute);
  const sk = String(item.sk?.S).replace(old, id);
  return {
    ...item,
    pk: { S: id },
    sk: { S: sk },
    ...(item.sort && { sort: { S: `${at}#${sk}` } }),
    ...(item.dueAt && { dueAt: { S: at } }),
    ...(item.customerList && { customerList: { S: `cus_${n}` } }),
    ...(item.personList && { personList: { S: `person_${n}` } }),
    ...(item.headList && { headList: { S: changedListOf(id) } }),
  };
}
