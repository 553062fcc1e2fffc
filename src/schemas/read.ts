/** A record as those who read it have it: nothing in it is written to. */
export type Read<T> = { readonly [K in keyof T]: Read<T[K]> };
