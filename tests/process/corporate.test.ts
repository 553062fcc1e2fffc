/** Corporate customers of every operator: whatever a personal customer is told, they are told something too, and what is not theirs is marked. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../support/run.js";

const OPERATORS = readdirSync("data/operators")
  .map((file) => file.replace(/\.json$/, ""))
  .filter((id) => id !== "other");
const { topics } = JSON.parse(readFileSync("data/topics.json", "utf8")) as {
  topics: { id: string; operatorNeeded?: boolean }[];
};
const TOPICS = topics.filter(({ operatorNeeded }) => operatorNeeded !== false).map(({ id }) => id);
const PLACES = ["home", "russia", "abroad"];
const LINES = ["own", "landline", "foreign", "internet"];

interface Channel {
  id: string;
  grade: string;
  status: string;
  reachability: { verdict: string; rule: string };
}
interface Answer {
  ref: string;
  primary: string | null;
  channels: Channel[];
}

const answers = new Map<string, Answer>();

beforeAll(async () => {
  const cases = OPERATORS.flatMap((operator) =>
    TOPICS.flatMap((topic) =>
      PLACES.flatMap((roaming) =>
        LINES.flatMap((from) =>
          ["personal", "corporate"].map((subscriber) => ({
            ref: [operator, topic, roaming, from, subscriber].join(" "),
            operator,
            topic,
            roaming,
            from,
            subscriber,
          })),
        ),
      ),
    ),
  );
  const input = cases.map((one) => JSON.stringify(one)).join("\n");
  const { out } = await run(["batch", "--lang", "en"], { input });
  for (const line of out.trim().split("\n")) {
    const { query, result } = JSON.parse(line) as { query: { ref: string }; result: Omit<Answer, "ref"> };
    answers.set(query.ref, { ref: query.ref, ...result });
  }
  expect(answers.size).toBe(cases.length);
}, 120_000);

const corporate = (): Answer[] => [...answers.values()].filter(({ ref }) => ref.endsWith(" corporate"));

describe("a corporate customer", () => {
  it("is never left with an empty page where a personal customer is not", () => {
    const empty = corporate().filter(({ ref, channels }) => {
      const personal = answers.get(ref.replace(/corporate$/, "personal"));
      return channels.length === 0 && (personal?.channels.length ?? 0) > 0;
    });
    expect(empty.map(({ ref }) => ref)).toEqual([]);
  });

  it.each(OPERATORS)("of %s is told of a line that is not theirs that it may refer them on", async (operator) => {
    const { out } = await run([
      "route",
      "-o",
      operator,
      "-s",
      "corporate",
      "-r",
      "home",
      "-f",
      "landline",
      "--lang",
      "ru",
    ]);
    const first = answers.get([operator, "general-support", "home", "landline", "corporate"].join(" "));
    expect(first?.channels.length).toBeGreaterThan(0);
    const marked = out.replaceAll(/\s+/g, " ").includes("могут направить дальше, к менеджеру из договора");
    expect(marked).toBe(first?.primary === null);
  });

  it.each(["imposed-option", "unwanted-subscription", "unknown-mobile-charges", "refund-refused"])(
    "is told by the list %s that consumer rights are not its own",
    async (list) => {
      const said = async (subscriber: string) => {
        const { out } = await run([
          "checklist",
          "show",
          list,
          "-o",
          "megafon",
          "-s",
          subscriber,
          "--full",
          "--lang",
          "ru",
        ]);
        return out.includes("Компания — не потребитель");
      };
      expect([await said("corporate"), await said("personal")]).toEqual([true, false]);
    },
  );

  it("has nothing proven or first that is stale or not established", () => {
    const wrong = [...answers.values()].filter(({ channels }) =>
      channels.some(({ status }) => !["current", "unconfirmed", "disputed"].includes(status)),
    );
    expect(wrong.map(({ ref }) => ref)).toEqual([]);
  });
});
