/** No number, code or address the directory keeps as stale or refuted may come back as something to dial or open. */
import { type AuthoredParty, PARTIES } from "../../support/authored.js";

/** Spellings of one value compare equal; +7 and the trunk 8 are one. */
const bare = (value: string): string =>
  value
    .toLowerCase()
    .replace(/^(https?:\/\/(www\.)?|tel:|sms:|mailto:)|[\s().-]|\/$/g, "")
    .replace(/^\+?7(?=\d{10}$)/, "8");

const withdrawnBy = ({ neverOffered = [] }: AuthoredParty): ReadonlySet<string> =>
  new Set(
    neverOffered.flatMap(({ values }) => values.map((value) => bare(typeof value === "string" ? value : value.ru))),
  );

const WITHDRAWN = new Map(PARTIES.map((party) => [party.id, withdrawnBy(party)]));

/** What is no number of help in Russia may be one in another country: 123 is Egypt's ambulance. */
const FOREIGN = new Set(
  PARTIES.flatMap(({ channels }) => channels.filter(({ countries }) => countries?.length).map(({ id }) => id)),
);

interface Offered {
  id?: unknown;
  party?: unknown;
  dial?: unknown;
  e164?: unknown;
  uri?: unknown;
  origin?: unknown;
}

function judgeOne({ id, party, dial, e164, uri, origin }: Offered): void {
  if (typeof id !== "string" || origin === "overlay" || FOREIGN.has(id)) return;
  const withdrawn = WITHDRAWN.get(typeof party === "string" ? party : (id.split(".")[0] ?? ""));
  const values = [dial, e164, uri].filter((value) => typeof value === "string");
  const back = values.find((value) => withdrawn?.has(bare(value)));
  if (back !== undefined) throw new Error(`${id} offers ${back}, which is withdrawn`);
}

/** Walks the whole answer: wherever something can be dialled, it must not be a withdrawn value of whoever it belongs to. */
export function judgeRefuted(node: unknown): void {
  if (node === null || typeof node !== "object") return;
  judgeOne(node as Offered);
  for (const one of Object.values(node)) judgeRefuted(one);
}
