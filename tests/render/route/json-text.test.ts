/** What a batch writes is byte for byte what a single answer is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMessages } from "../../../src/build/messages.js";
import { operatorIds, routingJson } from "../../../src/render/route/json.js";
import { routingWriter } from "../../../src/render/route/json-text.js";
import { wordsOf } from "../../../src/render/words.js";
import { route } from "../../../src/routing/route.js";
import { parseMoment } from "../../../src/values/moment.js";
import { Problem } from "../../../src/values/problem.js";
import { LANGUAGES } from "../../../src/vocabulary/language.js";
import { FROM, given, OPERATOR_IDS, PLACES, SERVICES, SUBSCRIBERS } from "../../support/facts.js";
import { realDirectory } from "../../support/real-directory.js";

const directory = realDirectory();
const topics = directory.topics.map((topic) => topic.id);
const moments = ["2026-11-22T12:00", "2026-11-22T03:00", "2026-11-22"].map(parseMoment);

const one = (values: readonly string[]) => fc.constantFrom(...values);
/** Every fact may be left out. */
const facts = fc.record(
  {
    operator: one(OPERATOR_IDS),
    from: one(FROM),
    roaming: one(PLACES),
    subscriber: one(SUBSCRIBERS),
    service: one(SERVICES),
    topic: one(topics),
  },
  { requiredKeys: [] },
);

describe.each(LANGUAGES)("a routing written for a batch in %s", (language) => {
  const words = wordsOf(language, readMessages("data", language));
  const operators = operatorIds(directory);
  const write = routingWriter(directory, words);

  it("is what JSON.stringify makes of it, also the second time a channel comes", () => {
    let compared = 0;
    fc.assert(
      fc.property(facts, fc.constantFrom(...moments), (some, moment) => {
        try {
          const routing = route(directory, given(some), moment);
          expect(Buffer.concat(write(routing).map((part) => Buffer.from(part))).toString()).toBe(
            JSON.stringify(routingJson(routing, operators, words)),
          );
          compared += 1;
        } catch (error) {
          // Facts drawn at random may contradict each other: nothing to write then.
          if (!(error instanceof Problem)) throw error;
        }
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});
