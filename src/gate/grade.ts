import type { Grade, Status, Tier } from "../vocabulary/evidence.js";

interface Witness {
  publisher: string;
  tier: Tier;
  supports?: "value" | "service" | "ownership";
}

export const UNCITED = "uncited";

/**
 * The grade that the witnesses of a value earn together (data/README.md, "Sources and grades"). Only those that
 * give this very value count; one publisher is one witness, each uncited entry is one more. Witnesses that cannot be named
 * never reach beyond `reported` among themselves.
 */
export function gradeOf(sources: readonly Witness[]): Grade {
  const witnesses = sources.filter((source) => (source.supports ?? "value") === "value");
  const named = witnesses.filter((source) => source.publisher !== UNCITED);
  if (named.some((source) => source.tier === "official" || source.tier === "regulator")) return "official";
  const publishers = new Set(named.map((source) => source.publisher)).size;
  const uncited = witnesses.length - named.length;
  return publishers > 0 && publishers + uncited >= 2 ? "corroborated" : "reported";
}

/** A value that a conflict names and does not choose is disputed, whatever its grade. */
export function statusOf(grade: Grade, passedOver: boolean): Status {
  if (passedOver) return "disputed";
  return grade === "reported" ? "unconfirmed" : "current";
}
