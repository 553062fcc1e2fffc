import type { Channel, Directory } from "../directory/types.js";
import { keyOfText } from "../numbering/key.js";
import { suggest } from "../values/choice.js";
import { Problem } from "../values/problem.js";

/**
 * A channel by its id, a retired id, or a number only one channel has.
 * @throws Problem unknown-channel, with the nearest ids or those the number could mean.
 */
export function channelNamed(given: string, directory: Directory): Channel {
  const wanted = given.trim().toLowerCase();
  const id = directory.retired.find((one) => one.id === wanted)?.instead ?? wanted;
  const summary = directory.parties.find((one) => one.id === id.split(".")[0]);
  const found = summary && directory.party(summary.id).channels.find((one) => one.id === id);
  if (found) return found;
  const all = directory.parties.flatMap((one) => directory.party(one.id).channels);
  // However the number is spelled: 8 800 and +7 800 are one.
  const key = keyOfText(given);
  const isIt = (value: string | null) => value !== null && keyOfText(value) === key;
  const numbered = all.filter(({ dial, e164 }) => isIt(dial) || isIt(e164));
  const [only, another] = numbered;
  const allowed = numbered.map((one) => one.id);
  if (another) throw new Problem("unknown-channel", "ambiguous-channel", { given }, { allowed });
  if (only) return only;
  const ids = all.map((one) => one.id);
  throw new Problem("unknown-channel", "unknown-channel", { given }, { hints: suggest(wanted, ids) });
}
