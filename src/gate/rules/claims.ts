/** Letters: everything they fill in, choose or count is there. */

import type { AuthoredClaim } from "../../schemas/claims.js";
import type { AuthoredDirectory } from "../authored.js";
import { type Finding, fault, say } from "../words.js";
import { ADDRESSEE } from "./references.js";
import { type Check, idsOf, join, recordsIn, select, unlessKnown } from "./rule.js";

type Named = Omit<Finding, "file">;

/** Places to fill in with a field that there is not. */
function holes(claim: AuthoredClaim): Named[] {
  const fields = [ADDRESSEE, ...idsOf(claim, "fields[].id")];
  const texts = ["**.ru", "**.en"].flatMap((language) => select(claim, language));
  return texts.flatMap(({ id: text, path }) =>
    [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, id = ""]) => unlessKnown(id, fields, path)),
  );
}

function dates(claim: AuthoredClaim, terms: ReadonlyMap<string, number>): Named[] {
  const ids = claim.dates.map(({ id }) => id);
  return claim.dates.flatMap(({ ground, term, start }, index) => {
    const path = `dates[${index}]`;
    // A term that the ground does not state would be a date out of nowhere.
    const isStated = term < (terms.get(ground) ?? term + 1);
    return [
      ...("after" in start ? unlessKnown(start.after, ids.slice(0, index), `${path}.start.after`) : []),
      ...(isStated ? [] : [{ path: `${path}.term`, ...fault("no-such-term", { ground }) }]),
    ];
  });
}

/** As the operator written to offers: mobile, or fixed where it has nothing else. */
const OPERATOR_SERVICE = "operator-service";

/** A choice has values and its preset is one of them; conditions on it name values it has, and who is written to is a body. */
function choices(claim: AuthoredClaim, bodies: readonly string[]): Named[] {
  const values = new Map(claim.fields.map(({ id, choices }) => [id, choices.map(({ value }) => value)]));
  const choosing = claim.recipients.flatMap(({ type, name }) => (type === "body" ? [name] : []));
  const fields = claim.fields.flatMap(({ id, kind, preset, choices }, index): Named[] => {
    const path = `fields[${index}]`;
    const own = choices.map(({ value }) => value);
    if ((kind === "choice") !== own.length > 0) {
      const instead = kind === "choice" ? say("choices-form") : undefined;
      return [{ path: `${path}.choices`, ...fault("choices-misplaced", {}, instead) }];
    }
    const named = kind === "choice" && preset !== null && preset !== OPERATOR_SERVICE ? [preset] : [];
    const parties = choosing.includes(id) ? own : [];
    return [
      ...named.flatMap((value) => unlessKnown(value, own, `${path}.preset`)),
      ...parties.flatMap((value, at) => unlessKnown(value, bodies, `${path}.choices[${at}].value`)),
    ];
  });
  const conditions = recordsIn(claim).flatMap(({ record, path }) => {
    const known = values.get(String(record.field));
    const named = known ? select(record, "in[]") : [];
    return named.flatMap(({ id, path: below }) => unlessKnown(id, known ?? [], join(path, below)));
  });
  return [...fields, ...conditions];
}

export const claimsAreWhole: Check = ({ files, parties }: AuthoredDirectory) => {
  const all = files.grounds.flatMap(({ content }) => content.grounds);
  // Of two grounds with one id, which another rule reports, the first counts.
  const terms = new Map(all.toReversed().map((ground) => [ground.id, ground.deadlines.length]));
  const bodies = parties.flatMap(({ type, party }) => (type === "body" ? [party.id] : []));
  return files.claim.flatMap(({ file, content }) => {
    const found = [holes(content), dates(content, terms), choices(content, bodies)];
    return found.flat().map((one) => ({ file, ...one }));
  });
};
