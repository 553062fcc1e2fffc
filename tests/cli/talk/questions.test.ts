/** The interview asks what has no usual case, and ends where the whole truth of the usual case would have ended. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Context } from "../../../src/cli/context.js";
import type { Prompter, Question, Reply, Talk } from "../../../src/cli/prompts/prompter.js";
import { settle } from "../../../src/cli/talk/questions.js";
import { type Routing, route } from "../../../src/routing/route.js";
import type { GivenFacts } from "../../../src/situation/facts.js";
import { OPEN_FACTS, type OpenFact } from "../../../src/vocabulary/situation.js";
import { SEVERAL_SELLERS } from "../../support/facts.js";
import { realDirectory, SWEEP_DAY } from "../../support/real-directory.js";

/** Routing is a pure function: remembering its answers makes the walk over every situation a matter of seconds. */
vi.mock("../../../src/routing/route.js", async (original) => {
  const real = await original<typeof import("../../../src/routing/route.js")>();
  const known = new Map<string, Routing>();
  const remembered: typeof real.route = (of, given, now) => {
    const key = JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)));
    const found = known.get(key) ?? real.route(of, given, now);
    known.set(key, found);
    return found;
  };
  return { ...real, route: remembered };
});

const directory = realDirectory();
const moment = { date: SWEEP_DAY, epoch: null, text: SWEEP_DAY };
/** Questions are told apart by their message: here it is the key of its words. */
const context = {
  words: { language: "en", say: (key: string) => key, text: () => "" },
  moment: () => moment,
} as unknown as Context;

const OPERATORS = directory.parties.filter((party) => party.type === "operator").map((party) => party.id);
/** What cannot wait is answered unasked: it has a test of its own. */
const UNASKED = ["emergency", "stolen-money"];
const TOPICS = directory.topics.map((topic) => topic.id).filter((topic) => !UNASKED.includes(topic));
const VALUES: Record<OpenFact, readonly string[]> = {
  operator: OPERATORS,
  from: ["own", "other-operator", "landline", "foreign", "internet"],
  roaming: ["home", "russia", "abroad"],
  subscriber: ["personal", "corporate"],
  service: ["mobile", "fixed"],
  merchant: ["app-store", "google-play", "rustore", "steam", "xsolla", "other"],
};

type Situation = Readonly<Record<OpenFact, string>>;

/** Another operator's SIM: any that is not the operator's own. */
const lineOf = ({ from, operator }: Situation): string =>
  from !== "other-operator" ? from : operator === "mts" ? "beeline" : "mts";

/** Nobody is asked for a service the operator lacks, and a SIM of one's own is a mobile customer's. */
function exists({ operator, service, from, merchant }: Situation, topic: string): boolean {
  // Elsewhere who took the money is settled by the topic, or no question.
  if (merchant !== "other" && !SEVERAL_SELLERS[topic]?.includes(merchant)) return false;
  const known = directory.topics.find((one) => one.id === topic);
  if (!known?.operatorNeeded) return true;
  const party = directory.parties.find((one) => one.id === operator);
  if (known.service && known.service !== service) return false;
  return (party?.services.includes(service as "mobile") ?? false) && !(from === "own" && service === "fixed");
}

function situations(topic: string): Situation[] {
  const all = OPEN_FACTS.reduce<Partial<Situation>[]>(
    (cells, fact) => cells.flatMap((cell) => VALUES[fact].map((value) => ({ ...cell, [fact]: value }))),
    [{}],
  ) as Situation[];
  return all.filter((one) => exists(one, topic));
}

const answer = (value: string) => ({ value, from: "answer" as const });

function complete(situation: Situation, topic: string): GivenFacts {
  return {
    topic: answer(topic),
    ...Object.fromEntries(OPEN_FACTS.map((fact) => [fact, answer(situation[fact])])),
    from: answer(lineOf(situation)),
  };
}

/** What a person could notice in an answer: the first way, how sure it is and what it costs. */
function outcome(routing: Routing): string {
  const first = routing.channels[0];
  return first ? `${first.channel.id} ${first.verdict} ${first.cost.class}` : "none";
}

const truths = new Map<string, string>();
function truth(situation: Situation, topic: string): string {
  const key = `${topic} ${Object.values(situation).join(" ")}`;
  const found = truths.get(key) ?? outcome(route(directory, complete(situation, topic), moment));
  truths.set(key, found);
  return found;
}

interface Asked {
  fact: OpenFact;
  /** What was known when it was asked. */
  known: Partial<Situation>;
}

interface Fake extends Prompter {
  asked: Asked[];
}

/** Answers as a person in this situation would; asked the same twice, it fails. */
function person(situation: Situation): Fake {
  const asked: Asked[] = [];
  const known: Partial<Record<OpenFact, string>> = {};
  return {
    asked,
    say: () => {},
    write: () => Promise.reject(new Error("nothing is to be written")),
    async choose({ message, choices }: Question): Promise<Reply> {
      const fact = OPEN_FACTS.find((one) => message === `ask.${one}`);
      if (!fact || known[fact] !== undefined) throw new Error(`unexpected question: ${message}`);
      const value = fact === "from" ? pickLine(situation.from, choices) : situation[fact];
      if (!choices.some((choice) => choice.value === value))
        throw new Error(`${fact} ${value} is not among the choices`);
      asked.push({ fact, known: { ...known } });
      known[fact] = situation[fact];
      return { kind: "choice", value };
    },
  };
}

const talk = (prompter: Prompter): Talk => ({ context, words: context.words, directory, prompter, home: true });

/** The choice "another operator's SIM" carries some operator's id; its words say what it means. */
function pickLine(line: string, choices: Question["choices"]): string {
  const choice = choices.find((one) => one.name === `choice.from.${line}`);
  if (!choice) throw new Error(`no choice for the line ${line}`);
  return choice.value;
}

/** What has no usual case: everything else is taken for the usual and said so. */
const ASKED: readonly OpenFact[] = ["operator", "merchant"];

/** The situation of somebody who says these facts, and is in the usual case beside them. */
function asUsual(situation: Situation, said: readonly OpenFact[], usual: Routing["usual"]): Situation {
  const left = OPEN_FACTS.filter((fact) => !said.includes(fact) && usual?.facts[fact] !== undefined);
  return { ...situation, ...Object.fromEntries(left.map((fact) => [fact, usual?.facts[fact]])) };
}

describe("over every topic", () => {
  const known = fc.subarray([...OPEN_FACTS]);
  const place = (topic: string) => fc.constantFrom(...situations(topic));

  it.each(TOPICS)(
    "%s: asks what has no usual case, once, and answers for the usual case of the rest",
    async (topic) => {
      await fc.assert(
        fc.asyncProperty(place(topic), known, async (situation, facts) => {
          const whole = complete(situation, topic);
          const given: GivenFacts = { topic: answer(topic) };
          for (const fact of facts) {
            const entry = whole[fact];
            if (entry) given[fact] = entry;
          }
          const fake = person(situation);
          const settled = await settle({ given, unknown: [] }, talk(fake));
          const asked = fake.asked.map(({ fact }) => fact);
          expect(asked.filter((fact) => !ASKED.includes(fact) || facts.includes(fact))).toEqual([]);
          const said = [...facts, ...asked];
          const usual = asUsual(situation, said, settled?.routing.usual ?? null);
          if (exists(usual, topic)) expect(settled && outcome(settled.usual)).toBe(truth(usual, topic));
        }),
        { seed: 20261122, numRuns: 30 },
      );
    },
  );

  it.each(UNASKED)("asks nothing about %s", async (topic) => {
    const fake = person({
      operator: "megafon",
      from: "internet",
      roaming: "abroad",
      subscriber: "personal",
      service: "mobile",
      merchant: "other",
    });
    await settle({ given: { topic: answer(topic) }, unknown: [] }, talk(fake));
    expect(fake.asked).toEqual([]);
  });
});

describe("what did not answer", () => {
  it("stands no more: the next best way does, until none is left", async () => {
    const known: GivenFacts = { topic: answer("general-support"), operator: answer("mts") };
    const seen: string[] = [];
    for (;;) {
      const given = seen.length > 0 ? { ...known, tried: answer(seen.join(",")) } : known;
      const settled = await settle({ given, unknown: [] }, talk(person({} as Situation)));
      const main = settled?.usual.main?.channel.id;
      if (main === undefined) break;
      expect(seen).not.toContain(main);
      seen.push(main);
    }
    expect(seen.length).toBeGreaterThan(3);
  });
});
