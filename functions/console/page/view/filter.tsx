import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk.ts';

type Option = readonly [value: string, text: string];

/** One of a few, chosen by a list; what is chosen stands in the address. */
export function Choose({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  const { place, go } = useDesk();
  const chosen = place.filters[name] ?? options[0]?.[0] ?? '';
  const choose = (value: string) => go({ filters: { ...place.filters, [name]: value } });
  return (
    <label class="choose">
      <span>{label}</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A word to look by, taken when it is complete. */
export function Sought({ name, label, hint }: { name: string; label: string; hint: string }) {
  const { place, go } = useDesk();
  const seek = (value: string) => go({ filters: { ...place.filters, [name]: value.trim() } });
  return (
    <label class="choose">
      <span>{label}</span>
      <input
        type="search"
        dir="ltr"
        value={place.filters[name] ?? ''}
        placeholder={hint}
        onChange={(event) => seek(event.currentTarget.value)}
      />
    </label>
  );
}

/** Filters stand in one line where there is room. */
export function Filters({ children }: { children: ComponentChildren }) {
  const { words } = useDesk();
  return (
    <search aria-label={words.list.filters}>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        {children}
      </form>
    </search>
  );
}
