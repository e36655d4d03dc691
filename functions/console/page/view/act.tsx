import { useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import type { Words } from '../words/words.ts';

type Kind = Exclude<keyof Words['act'], 'yes' | 'no' | 'refused' | 'only' | 'onlyColleagues'>;
type ActProps = { kind: Kind; act: () => Promise<unknown>; done: (told: string) => void; quiet?: boolean };

/** A button that says what will happen before it does. `done` is told what did, for the button may be gone by then. */
export function Act({ kind, act, done, quiet }: ActProps) {
  const { words } = useDesk();
  const said = words.act[kind];
  const dialog = useRef<HTMLDialogElement>(null);
  const [standing, stand] = useState<'idle' | 'busy' | { refused: string }>('idle');
  async function go() {
    stand('busy');
    try {
      await act();
      stand('idle');
      done(said.done);
    } catch (problem) {
      stand({ refused: problem instanceof Error ? problem.message : String(problem) });
    }
    dialog.current?.close();
  }
  return (
    <span class="act">
      <button type="button" class={quiet ? '' : 'primary'} onClick={() => dialog.current?.showModal()}>
        {said.act}
      </button>
      <span role="status">
        {typeof standing === 'object' && (
          <span class="note bad">
            {words.act.refused}: <bdi>{standing.refused}</bdi>
          </span>
        )}
      </span>
      <dialog ref={dialog} aria-label={said.act}>
        <h2>{said.act}</h2>
        <p>{said.will}</p>
        <p class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.act.no}
          </button>
          <button type="button" class="primary" disabled={standing === 'busy'} onClick={go}>
            {words.act.yes}
          </button>
        </p>
      </dialog>
    </span>
  );
}
