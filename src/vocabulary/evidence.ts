export const GRADES = ["official", "corroborated", "reported"] as const;
export type Grade = (typeof GRADES)[number];

export const STATUSES = ["current", "unconfirmed", "disputed"] as const;
export type Status = (typeof STATUSES)[number];

export const TIERS = ["official", "regulator", "press", "third-party"] as const;

/** Where a record comes from: the shipped directory, or a company's own folder over it. */
export const BUILT_IN = "built-in";

export const OVERLAY = "overlay";

/** The publisher of a witness that cannot be named. */
export const UNCITED = "uncited";
