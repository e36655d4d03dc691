/** As much of Amazon States Language as a drawing takes. */
export type Definition = { StartAt: string; States: Record<string, State> };
export type State = {
  Type: string;
  Next?: string;
  Default?: string;
  Choices?: { Next: string }[];
  Catch?: { Next: string }[];
  Branches?: Definition[];
  ItemProcessor?: Definition;
};

/** A way from one state to another: as planned, by a choice, or because something failed. */
export type Way = { from: string; to: string; kind: 'next' | 'choice' | 'catch' };

/** Every state of a workflow, also those within others; names are unique in a workflow. */
export function statesIn({ States }: Definition): Map<string, State> {
  const all = new Map<string, State>();
  for (const [name, state] of Object.entries(States)) {
    all.set(name, state);
    for (const inner of insideOf(state)) for (const [one, what] of statesIn(inner)) all.set(one, what);
  }
  return all;
}

/** Every way there is, each pair of states once for what fails and once for all else. */
export function waysIn(definition: Definition): Way[] {
  const ways = new Map<string, Way>();
  const add = (from: string, to: string | undefined, kind: Way['kind']) => {
    const key = `${from} → ${to} ${kind === 'catch'}`;
    if (to && !ways.has(key)) ways.set(key, { from, to, kind });
  };
  for (const [name, state] of statesIn(definition)) {
    add(name, state.Next, 'next');
    for (const { Next } of state.Choices ?? []) add(name, Next, 'choice');
    add(name, state.Default, 'choice');
    for (const { Next } of state.Catch ?? []) add(name, Next, 'catch');
    for (const inner of insideOf(state)) add(name, inner.StartAt, 'next');
  }
  return [...ways.values()];
}

/** The states that can be reached when nothing fails. */
export function plannedStates(definition: Definition): Set<string> {
  const ways = waysIn(definition).filter(({ kind }) => kind !== 'catch');
  const reached = new Set([definition.StartAt]);
  for (const name of reached) for (const { from, to } of ways) if (from === name) reached.add(to);
  return reached;
}

const insideOf = ({ Branches = [], ItemProcessor }: State): Definition[] =>
  ItemProcessor ? [...Branches, ItemProcessor] : Branches;
