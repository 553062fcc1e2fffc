import type { Text } from "../../../vocabulary/language.js";
import type { AuthoredDirectory, AuthoredDocument } from "../../authored.js";
import type { AuthoredClaim } from "../../claim-schema.js";
import type { Finding, GateRule } from "../rule.js";
import { recordsIn, unknownAmong } from "../rule.js";

type Named = Omit<Finding, "file">;

/** What a record refers to, and where. */
interface Reference {
  id: string;
  path: string;
}
const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

/** Who is written to; every other placeholder is a field. */
const ADDRESSEE = "to";

const strings = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** What a record of a letter refers to, by the key it does so with. */
function references(record: Record<string, unknown>, path: string): { fields: Reference[]; grounds: Reference[] } {
  const named = (key: string): Reference[] =>
    strings(record[key]).map((id, index) => {
      const place = join(path, key);
      return { path: Array.isArray(record[key]) ? `${place}[${index}]` : place, id };
    });
  const holes = ["ru", "en"].flatMap((language) =>
    [...String(record[language] ?? "").matchAll(/\{([^}]*)\}/g)].map(([, id = ""]) => ({
      path: join(path, language),
      id,
    })),
  );
  const isRecipient = "find" in record;
  const recipient = isRecipient ? [...named("name"), ...named("address")] : [];
  return {
    fields: [...named("field"), ...named("notBefore"), ...named("fields"), ...holes, ...recipient],
    grounds: [...named("ground"), ...named("grounds")],
  };
}

const lost = ({ id, path }: Reference, known: Iterable<string>): Named => ({ path, ...unknownAmong(id, known) });

function unknownReferences(claim: AuthoredClaim, grounds: ReadonlySet<string>): Named[] {
  const fields = new Set([ADDRESSEE, ...claim.fields.map((field) => field.id)]);
  const missing = (known: ReadonlySet<string>) => (one: Reference) => (known.has(one.id) ? [] : [lost(one, known)]);
  return recordsIn(claim).flatMap(({ record, path }) => {
    // The list of the letter's own fields holds records, not references to them.
    const { fields: named, grounds: rests } = references(path === "" ? {} : record, path);
    return [...named.flatMap(missing(fields)), ...rests.flatMap(missing(grounds))];
  });
}

function unknownDates(claim: AuthoredClaim): Named[] {
  const earlier = new Set<string>();
  return claim.dates.flatMap(({ id, start }, index) => {
    const after = "after" in start ? start.after : null;
    const found = after === null || earlier.has(after);
    const fault = found ? [] : [lost({ id: after, path: `dates[${index}].start.after` }, [...earlier])];
    earlier.add(id);
    return fault;
  });
}

/** A term that the ground does not state would be a date out of nowhere. */
function unknownTerms(claim: AuthoredClaim, terms: ReadonlyMap<string, number>): Named[] {
  return claim.dates.flatMap(({ ground, term }, index) =>
    term < (terms.get(ground) ?? term + 1)
      ? []
      : [
          {
            path: `dates[${index}].term`,
            message: { ru: `у ${ground} нет такого срока`, en: `${ground} states no such term` },
            instead: { ru: "номер срока, считая с 0", en: "the number of a term, counted from 0" },
          },
        ],
  );
}

const CHOICE = { ru: "выбор — с вариантами, остальные поля — без", en: "a choice has choices, other fields have none" };

const SOME: Text = { ru: '"choices": [{ "value": …, "label": … }]', en: '"choices": [{ "value": …, "label": … }]' };
const NONE: Text = { ru: "поле без choices", en: "the field without choices" };

/** A choice has values, its preset is one of them; conditions on it name values it has. */
function brokenChoices(claim: AuthoredClaim): Named[] {
  const values = new Map(claim.fields.map(({ id, choices }) => [id, choices.map((choice) => choice.value)]));
  const fields = claim.fields.flatMap(({ id, kind, choices, preset }, index): Named[] => {
    const place = `fields[${index}]`;
    if ((kind === "choice") !== choices.length > 0)
      return [{ path: `${place}.choices`, message: CHOICE, instead: kind === "choice" ? SOME : NONE }];
    const known = kind !== "choice" || preset === null || choices.some((choice) => choice.value === preset);
    return known ? [] : [lost({ id: preset ?? "", path: `${place}.preset` }, values.get(id) ?? [])];
  });
  const conditions = recordsIn(claim).flatMap(({ record, path }) =>
    strings(record.in).flatMap((value, index) =>
      values.get(String(record.field))?.includes(value) === false
        ? [lost({ id: value, path: `${path}.in[${index}]` }, values.get(String(record.field)) ?? [])]
        : [],
    ),
  );
  return [...fields, ...conditions];
}

function strangers(claim: AuthoredClaim, { topics, parties }: AuthoredDirectory): Named[] {
  const bodies = new Set(parties.flatMap(({ type, party }) => (type === "body" ? [party.id] : [])));
  const topicKnown = claim.topic === null || topics.topics.some((topic) => topic.id === claim.topic);
  const choosing = claim.recipients.flatMap(({ type, name }) => (type === "body" ? [name] : []));
  return [
    ...(topicKnown
      ? []
      : [
          lost(
            { id: claim.topic ?? "", path: "topic" },
            topics.topics.map(({ id }) => id),
          ),
        ]),
    ...claim.fields.flatMap(({ id, choices }, index) =>
      choices.flatMap(({ value }, one) =>
        choosing.includes(id) && !bodies.has(value)
          ? [lost({ id: value, path: `fields[${index}].choices[${one}].value` }, bodies)]
          : [],
      ),
    ),
  ];
}

const MISNAMED: Text = { ru: "имя файла другое", en: "the file has another name" };

function misnamed({ file, content }: AuthoredDocument<AuthoredClaim>): Named[] {
  const expected = `claims/${content.id}.json`;
  return file === expected
    ? []
    : [{ path: "id", message: MISNAMED, instead: { ru: `имя файла ${expected}`, en: `the file name ${expected}` } }];
}

/** Earlier rules of telephone service: README of the facts and the law itself forbid to cite them. */
const OLD_DECREES = /(?:№|No\.?|N)\s*(?:59|1342)(?!\d)(?!-)/;

const oldDecrees = (claim: AuthoredClaim): Named[] =>
  recordsIn(claim).flatMap(({ record, path }) =>
    ["ru", "en"].flatMap((language) =>
      OLD_DECREES.test(String(record[language] ?? ""))
        ? [
            {
              path: join(path, language),
              message: { ru: "прежнее постановление не цитируют", en: "cites a decree that is no longer in force" },
              instead: { ru: "название правил без номера", en: "the title of the rules without a number" },
            },
          ]
        : [],
    ),
  );

export const claimsAreWhole: GateRule = {
  id: "claims-are-whole",
  why: {
    ru: "письмо с пустым местом вместо поля, нормы или срока подведёт человека в споре",
    en: "a letter with a hole where a field, a law or a term should stand lets a person down in a dispute",
  },
  check(directory) {
    const all = directory.grounds.flatMap(({ content }) => content.grounds);
    const ids = new Set(all.map((ground) => ground.id));
    // Of two grounds with one id, which another rule reports, the first counts.
    const terms = new Map(all.toReversed().map((ground) => [ground.id, ground.deadlines.length]));
    return directory.claims.flatMap((document) =>
      [
        ...misnamed(document),
        ...unknownReferences(document.content, ids),
        ...unknownDates(document.content),
        ...unknownTerms(document.content, terms),
        ...brokenChoices(document.content),
        ...strangers(document.content, directory),
        ...oldDecrees(document.content),
      ].map((found) => ({ file: document.file, ...found })),
    );
  },
};
