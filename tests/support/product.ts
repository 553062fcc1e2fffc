/** Every combination of one value a key, the last key running fastest. */
export function* product<K extends string, V>(lists: Readonly<Record<K, readonly V[]>>): Generator<Record<K, V>> {
  const [key, ...others] = Object.keys(lists) as K[];
  if (key === undefined) {
    yield {} as Record<K, V>;
    return;
  }
  const rest = Object.fromEntries(others.map((other) => [other, lists[other]])) as Record<K, readonly V[]>;
  for (const value of lists[key]) for (const tail of product(rest)) yield { [key]: value, ...tail } as Record<K, V>;
}
