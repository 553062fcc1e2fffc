/** What is made once and kept: for all, for each name, or for each object as long as that lives. */
interface Kept<Key, T> {
  get(key: Key): T | undefined;
  set(key: Key, made: T): unknown;
}

const keeping =
  <Key, T>(kept: Kept<Key, T>, make: (key: Key) => T) =>
  (key: Key): T => {
    const made = kept.get(key) ?? make(key);
    kept.set(key, made);
    return made;
  };

export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export const onceEach = <T, Name extends string = string>(make: (name: Name) => T) => keeping(new Map<Name, T>(), make);
export const onceFor = <Key extends object, T>(make: (of: Key) => T) => keeping(new WeakMap<Key, T>(), make);
