/**
 * The closed lists every room speaks in, a file a subject. The names are part of the public contract: adding one is a minor version,
 * removing one a major version.
 */

export const SERVICES = ["mobile", "fixed"] as const;
export type Service = (typeof SERVICES)[number];

export const SUBSCRIBERS = ["personal", "corporate"] as const;
export type Subscriber = (typeof SUBSCRIBERS)[number];

/** Where the caller is. */
export const PLACES = ["home", "russia", "abroad"] as const;
export type Place = (typeof PLACES)[number];

/**
 * What kind of line is in the caller's hand, seen from the operator being asked about. The fact
 * `from` also takes another operator's id, which is the class `other-operator`.
 */
export const LINES = ["own", "other-operator", "landline", "foreign", "internet"] as const;
export type Line = (typeof LINES)[number];

/** The values of the fact `from` that are not an operator's id. */
export const NAMED_LINES = ["own", "landline", "foreign", "internet"] as const;

/** The operator id that stands for one the directory does not list. */
export const OTHER_OPERATOR = "other";

/** The value of the fact `merchant` for a seller whose support the directory does not list, or one not known yet. */
export const OTHER_MERCHANT = "other";

/** The facts of a situation that may be left out, in the order used to break ties between questions. */
export const OPEN_FACTS = ["operator", "from", "roaming", "subscriber", "service", "merchant"] as const;
export type OpenFact = (typeof OPEN_FACTS)[number];

export const FACTS = [...OPEN_FACTS, "topic", "country", "without", "tried", "number"] as const;
export type Fact = (typeof FACTS)[number];

/** What can change which emergency number answers; nothing else is worth a question then. */
export const EMERGENCY_FACTS = ["roaming", "from", "country", "without"] as const satisfies readonly Fact[];

/** What holds of a person from one question to the next, and so may be saved: never a number. */
export const LASTING_FACTS = [
  "operator",
  "subscriber",
  "service",
  "roaming",
  "country",
  "from",
  "without",
] as const satisfies readonly Fact[];

/**
 * Where a fact's value comes from: `answer` is one given in an interview, `derived` follows from another fact and the directory, `number` from
 * the subscriber's own number.
 */
export type FactOrigin = "flag" | "answer" | "text" | "environment" | "saved" | "default" | "derived" | "number";

/** The parts of the terminal's first menu a topic may stand in. */
export const MENUS = ["contact", "money", "no-service", "lost", "plan", "papers", "emergency", "other"] as const;
export type Menu = (typeof MENUS)[number];

export const OWN_LINE = ["ok", "none", "doubtful", "if-in-hand"] as const;
