/**
 * The usual case against whole questions: for every operator, topic and choice of stated facts it is the answer of the situation completed by
 * hand, and its exceptions are exactly the facts that change the primary when they alone are another.
 */
import { expect, test } from "vitest";
import { type Routing, route } from "../../src/routing/route.js";
import { parseMoment } from "../../src/values/moment.js";
import { type AuthoredTopic, OPERATORS, TOPICS } from "../support/authored.js";
import { given, hasSims, OPERATOR_IDS, SEVERAL_SELLERS, servicesOf } from "../support/facts.js";
import { product } from "../support/product.js";
import { realDirectory, SWEEP_DAY } from "../support/real-directory.js";

type Stated = Partial<Record<string, string>>;

const directory = realDirectory();
const moment = parseMoment(SWEEP_DAY);
/** Of each answer only what is compared: whole ones kept the collector of garbage busy for a fifth of the time. */
type Kept = Pick<Routing, "primary" | "usual">;
const known = new Map<string, Kept>();
const FACTS = ["operator", "topic", "from", "roaming", "subscriber", "service"];
function answered(facts: Stated): Kept {
  const key = FACTS.map((fact) => facts[fact]).join();
  const found = known.get(key);
  if (found) return found;
  const { primary, usual } = route(directory, given(facts), moment);
  const kept = { primary, usual };
  known.set(key, kept);
  return kept;
}

function usualService({ id }: AuthoredTopic, { from, operator = "" }: Stated): string | undefined {
  if (id === "home-services") return "fixed";
  const services = servicesOf(operator);
  return from === "own" || services.includes("mobile") ? "mobile" : services[0];
}

/** As src/routing/README.md tells it; only the facts that a topic asks for. */
function usualBy(topic: AuthoredTopic, stated: Stated): Stated {
  const { ownLine, operatorNeeded, id } = topic;
  if (topic.asks === false) return {};
  const roaming = stated.roaming ?? (id === "roaming" ? "abroad" : "home");
  const service = stated.service ?? usualService(topic, stated);
  // Who moves to another operator has no SIM of it yet.
  const own =
    ownLine === "ok" &&
    id !== "number-transfer" &&
    service !== "fixed" &&
    (!stated.operator || hasSims(stated.operator));
  const from = stated.from ?? (own ? "own" : roaming === "abroad" ? "foreign" : "landline");
  const all = { roaming, from, subscriber: stated.subscriber ?? "personal", ...(operatorNeeded && { service }) };
  return Object.fromEntries(Object.entries(all).filter(([fact]) => stated[fact] === undefined)) as Stated;
}

/** Every value but the usual one that a fact left out could have, by whole names. */
function others(fact: string, usual: string, operator: string): string[] {
  const lines = [
    "own",
    "landline",
    "foreign",
    "internet",
    ...OPERATOR_IDS.filter((id) => id !== operator && hasSims(id)),
  ];
  const values: Record<string, readonly string[]> = {
    from: lines,
    roaming: ["home", "russia", "abroad"],
    subscriber: ["personal", "corporate"],
    service: servicesOf(operator),
  };
  return (values[fact] ?? []).filter((value) => value !== usual);
}

const STATED = [
  ...product({
    from: ["", "own", "landline", "internet"],
    roaming: ["", "home", "abroad"],
    subscriber: ["", "corporate"],
    service: ["", "mobile", "fixed"],
  }),
].map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== "")) as Stated);

const contradicts = (facts: Stated, { service }: AuthoredTopic) =>
  service !== null && facts.service !== undefined && facts.service !== service;
const isNobody = ({ from, service, operator }: Stated) =>
  (from === "own" && service === "fixed") || (service !== undefined && !servicesOf(operator ?? "").includes(service));

function wrongFor(stated: Stated, topic: AuthoredTopic): string[] {
  const { usual } = answered(stated);
  const facts = usualBy(topic, stated);
  const asked = Object.keys(usual?.facts ?? {});
  const full: Stated = {
    ...stated,
    ...Object.fromEntries(Object.entries(facts).filter(([fact]) => asked.includes(fact))),
  };
  const wrong: string[] = [];
  if (asked.some((fact) => usual?.facts[fact as "from"] !== facts[fact]))
    wrong.push(`takes ${JSON.stringify(usual?.facts)}`);
  if (usual && usual.primary !== answered(full).primary)
    wrong.push(`usual ${usual.primary}, ${answered(full).primary}`);
  const expected = asked.flatMap((fact) =>
    others(fact, facts[fact] ?? "", stated.operator ?? "").flatMap((value) => {
      const varied: Stated = { ...full, [fact]: value };
      // At a fixed address the line is any phone at home, which is what is usual of it.
      if (fact === "service" && value === "fixed" && stated.from === undefined) varied.from = "landline";
      if (isNobody(varied) || contradicts(varied, topic)) return [];
      const { primary } = answered(varied);
      return primary === usual?.primary ? [] : [`${fact} ${value} ${primary}`];
    }),
  );
  const got = (usual?.exceptions ?? []).flatMap(({ fact, values, primary }) =>
    values.map((one) => `${fact} ${one} ${primary}`),
  );
  if (got.sort().join() !== expected.sort().join()) wrong.push(`exceptions ${got} for ${expected}`);
  return wrong.map((one) => `${JSON.stringify(stated)} ${one}`);
}

test.each(OPERATORS.map(({ id }) => [id]))("%s: the usual case is the answer of its completion", (operator) => {
  known.clear();
  const wrong: string[] = [];
  let exceptions = 0;
  for (const topic of TOPICS) {
    if (SEVERAL_SELLERS[topic.id]) continue;
    for (const facts of STATED) {
      const stated = { ...facts, operator, topic: topic.id };
      if (contradicts(stated, topic) || isNobody(stated)) continue;
      wrong.push(...wrongFor(stated, topic));
      exceptions += answered(stated).usual?.exceptions.length ?? 0;
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(exceptions).toBeGreaterThan(50);
});

test("without an operator each has its own usual case, the largest first", () => {
  for (const topic of TOPICS.filter((one) => one.operatorNeeded)) {
    const { usual } = answered({ topic: topic.id });
    expect(usual?.perOperator.slice(0, 3).map(({ operator }) => operator)).toEqual(["mts", "megafon", "beeline"]);
    expect(usual).toMatchObject({ primary: null, exceptions: [] });
    for (const { operator, primary } of usual?.perOperator ?? []) {
      expect(`${topic.id} ${operator} ${primary}`).toBe(
        `${topic.id} ${operator} ${answered({ topic: topic.id, operator }).usual?.primary ?? null}`,
      );
    }
  }
});

test("a situation that is stated whole has no usual case", () => {
  const facts = { operator: "mts", from: "own", roaming: "home", subscriber: "personal", service: "mobile" };
  expect(answered({ ...facts, topic: "balance" }).usual).toBeNull();
});
