interface Kept<Key, T> {
  has(key: Key): boolean;
  get(key: Key): T | undefined;
  set(key: Key, made: T): unknown;
}

/** What is made once and kept: for all, for each name, or for each object as long as that lives. */
const keeping =
  <Key, T>(kept: Kept<Key, T>, make: (key: Key) => T) =>
  (key: Key): T => {
    if (!kept.has(key)) kept.set(key, make(key));
    return kept.get(key) as T;
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
