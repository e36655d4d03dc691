import type { EventBus } from '../event-bus/event-bus-gateway.ts';
import type { ObservationStore } from '../observation/observation-store.ts';
import { log, metric } from '../shared/log.ts';
import type { Instant } from '../shared/now.ts';
import { sideBySide } from '../shared/side-by-side.ts';
import type { ChangedCaseStore } from './changed-case-store.ts';
import { foundInChain } from './found-in-chain.ts';
import { growTree } from './grow-tree.ts';
import { newHead } from './new-head.ts';
import type { Head, Root, RootLogStore } from './root-log-store.ts';
import type { StoredEventStore } from './stored-event-store.ts';
import { treeOf } from './tiles.ts';

// A hundred thousand cases at a time; what is left waits for the next.
const MOST_PAGES = 100;

export type PublishWorld = {
  changed: ChangedCaseStore;
  events: StoredEventStore;
  roots: RootLogStore;
  outside: EventBus;
  observations: Pick<ObservationStore, 'note'>;
};
/** `root` is the one that is told then; none when no case has changed. */
export type Published = { root?: Root; leaves: number; broken: number; told: boolean };

/**
 * Adds the head of every case that has changed to the tree, and tells the outside its root. Reads the new events of
 * those cases and nothing else, however many cases there are. A case is taken off the list of those that have changed
 * only when its head is told: when that list is empty, there is nothing left to do or to finish. A case whose events do
 * not fit the head that was published before is not published but reported, each time again.
 */
export async function publishRoot(world: PublishWorld, at: Instant): Promise<Published> {
  const { roots, changed } = world;
  const covered: Covered[] = [];
  let [broken, pages] = [0, 0];
  let tree: { before: Root; root: Root } | undefined;
  for await (const caseIds of changed.pages()) {
    if (caseIds.length === 0) continue;
    tree ??= await finished(roots, at);
    const found = await sideBySide(caseIds, (caseId) => look(world, caseId, at));
    broken += found.filter(({ head, unchanged }) => !head && !unchanged).length;
    covered.push(...found.flatMap(({ unchanged }) => unchanged ?? []));
    const heads = found.flatMap(({ head }) => head ?? []);
    if (heads.length > 0) {
      const grown = await growTree(roots, tree.root, heads, at);
      covered.push(...grown.entries);
      tree.root = grown.root;
    }
    if (++pages === MOST_PAGES) break;
  }
  metric('BrokenChains', broken, 'Count');
  if (!tree) return { leaves: 0, broken, told: false };
  const { before, root } = tree;
  const told = await tell(world, root, at);
  await sideBySide(covered, ({ caseId, seq }) => changed.published(caseId, seq));
  log.info('ROOT_PUBLISHED', { size: root.size, leaves: root.size - before.size, broken, told });
  return { root, leaves: root.size - before.size, broken, told };
}

/** The latest root, once that of a publisher that died half way is made. */
async function finished(roots: RootLogStore, at: Instant): Promise<{ before: Root; root: Root }> {
  const before = await roots.latest();
  const unfinished = await roots.entries(before.size);
  return { before, root: unfinished ? (await growTree(roots, before, unfinished, at)).root : before };
}

/** So many events of a case are under a root. */
type Covered = { caseId: string; seq: number };

/** What became of a case since it was published; neither when its events do not fit. */
type Looked = { head?: Head; unchanged?: Covered };

async function look(world: PublishWorld, caseId: string, at: Instant): Promise<Looked> {
  const { roots, events, observations } = world;
  const last = await roots.lastLeafOf(caseId);
  const found = newHead(caseId, await events.from(caseId, last?.seq ?? 1), last);
  if ('head' in found) return found;
  if ('unchanged' in found) return { unchanged: { caseId, seq: found.unchanged } };
  log.error('CHAIN_BROKEN', { caseId, ...found.misfit });
  await observations.note(foundInChain(caseId, found.misfit, at));
  return {};
}

/** Each root is told once, with the proof that it adds to the one told before and changes nothing of it. */
async function tell({ roots, outside }: PublishWorld, root: Root, at: Instant): Promise<boolean> {
  const before = (await roots.lastTold('bus'))?.size ?? 0;
  if (before === root.size) return false;
  const { path } = await treeOf(root.size, roots.readTile).consistency(before);
  const detail = { size: root.size, root: root.hash, before, path };
  await outside.publish({ deliveryId: `root.${root.size}`, at: root.at, type: 'audit.root-published', detail });
  await roots.noteTold('bus', root.size, at);
  return true;
}
