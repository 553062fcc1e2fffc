/** Lines for `dozvon batch` and `dozvon whose -`: none of them holds a line feed. */
import fc from "fast-check";
import { anyText, slipped, VALUES, value } from "./values.js";

const FACTS = ["operator", "from", "roaming", "subscriber", "service", "topic", "country", "without", "number"];

const strange = fc.oneof(fc.jsonValue({ maxDepth: 3 }), anyText as fc.Arbitrary<fc.JsonValue>);
const ref = fc.oneof(fc.constantFrom<fc.JsonValue[]>("7", 8, true, null, 0, -1.5, "__proto__"), strange);

/** Each fact there half of the time, with now and then a value that is no text. */
const facts = fc.record(
  Object.fromEntries(
    FACTS.map((fact) => [
      fact,
      fc.oneof({ weight: 20, arbitrary: value(fact) as fc.Arbitrary<fc.JsonValue> }, { weight: 1, arbitrary: strange }),
    ]),
  ),
  { requiredKeys: [] },
);

const request = fc.oneof(
  { weight: 4, arbitrary: facts },
  {
    weight: 3,
    arbitrary: fc
      .tuple(facts, value("sentence"))
      .map(([known, text]) => ({ text, ...(text.length % 3 === 0 ? known : {}) })),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { charge: value("descriptor"), account: fc.constantFrom("card", "mobile", "", "x") },
      { requiredKeys: ["charge"] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ whose: value("number") }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys(VALUES), "ref", "text", "__proto__", "charge", "whose"), anyText),
      strange,
      { maxKeys: 6 },
    ),
  },
);

const document = fc
  .tuple(request, fc.option(ref, { freq: 3 }))
  .map(([body, given]) => JSON.stringify(given === null ? body : { ref: given, ...body }));

/** Numbers that JavaScript does not keep as they are written. */
const numbered = fc
  .tuple(request, fc.constantFrom("12345678901234567890", "9007199254740993", "1e400", "0.1"))
  .map(([body, number]) => JSON.stringify({ ref: 0, ...body }).replace('"ref":0', `"ref":${number}`));

const flat = (text: string): string => text.replaceAll("\n", " ");

/** A line that is a request, or was one before something happened to it. */
export const batchLine = fc
  .oneof(
    { weight: 8, arbitrary: document },
    { weight: 1, arbitrary: numbered },
    { weight: 2, arbitrary: slipped(document) },
    { weight: 1, arbitrary: fc.tuple(document, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))) },
    { weight: 1, arbitrary: anyText },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("[", '{"a":', '{"ref":{"a":', "  "), fc.integer({ min: 1, max: 30_000 }))
        .map(([open, times]) => open.repeat(times)),
    },
  )
  .map(flat);

export const numberLine = fc
  .oneof({ weight: 5, arbitrary: value("number") }, { weight: 1, arbitrary: anyText })
  .map(flat);
