/** One line of a batch: facts in, an envelope out. A bad line is answered and does not stop the rest. */
import type { Desk } from "../../answers/desk.js";
import { withNumber } from "../../answers/number-fact.js";
import type { Directory } from "../../directory/types.js";
import { shownText, undecidedQuery } from "../../render/ask/json.js";
import { failure, type Query, success } from "../../render/envelope/json.js";
import { noticesJson, operatorIds, queryJson, routingJson, undecidedJson } from "../../render/route/json.js";
import { route } from "../../routing/route.js";
import type { Routing } from "../../routing/routing.js";
import { FACT_TABLE } from "../../situation/fact-table.js";
import type { GivenFacts, Notice } from "../../situation/facts.js";
import { Problem } from "../../values/problem.js";
import { FACTS, type Fact } from "../../vocabulary/situation.js";
import { type Context, jsonLine } from "../context.js";
import { VERSION } from "../package.js";
import { createChargeAnswerer } from "./batch-charge.js";
import { createWhoseAnswerer } from "./batch-whose.js";
import type { Line } from "./lines.js";
import { RecentResults, type Result } from "./recent-results.js";

const EMPTY_RESULT = '"result":null';

type Ref = Query["ref"];

interface Request {
  ref: Ref;
  facts: GivenFacts;
  text: string | null;
}

/** One JSON document with a line end, in parts. */
export type Document = readonly (string | Buffer)[];

interface Answered {
  json: Document;
  ok: boolean;
}

type Kind = "route" | "charge" | "whose";

/** The field that is there says what is asked; facts and a text ask where to turn. */
function kindOf(object: Readonly<Record<string, unknown>>): Kind {
  if ("charge" in object) return "charge";
  return "whose" in object ? "whose" : "route";
}

const isFact = (name: string): name is Fact => FACTS.some((fact) => fact === name);
const isRef = (value: unknown): value is Ref =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

function parseObject(line: Line): Record<string, unknown> {
  const number = String(line.number);
  if (line.tooLong) throw new Problem("bad-line", "line-too-long", { line: number });
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    throw new Problem("bad-line", "line-not-json", { line: number });
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new Problem("bad-line", "line-not-object", { line: number });
  }
  return value as Record<string, unknown>;
}

function factValue(field: string, value: unknown, line: Line): string {
  if (typeof value === "string") return value;
  const many = isFact(field) && "list" in FACT_TABLE[field];
  const list = many && Array.isArray(value) && value.every((one) => typeof one === "string");
  if (list) return value.join(",");
  throw new Problem("bad-line", "line-bad-field", { line: String(line.number), field });
}

function factsIn(object: Record<string, unknown>, line: Line): GivenFacts {
  const facts: GivenFacts = {};
  for (const [field, value] of Object.entries(object)) {
    if (field === "ref" || field === "text" || value === null) continue;
    if (!isFact(field)) {
      throw new Problem(
        "bad-line",
        "line-unknown-field",
        { line: String(line.number), field },
        { allowed: ["ref", "text", "charge", "whose", ...FACTS] },
      );
    }
    facts[field] = { value: factValue(field, value, line), from: "flag" };
  }
  return facts;
}

function textIn({ text }: Record<string, unknown>, line: Line): string | null {
  if (text === undefined || text === null) return null;
  if (typeof text === "string") return text;
  throw new Problem("bad-line", "line-bad-field", { line: String(line.number), field: "text" });
}

/**
 * @param showNumbers repeat phone numbers as they were given.
 * @returns a function from a line to its answer, one JSON document with a line end.
 */
export function createAnswerer(
  directory: Directory,
  context: Context,
  showNumbers = false,
): (line: Line) => Answered | Promise<Answered> {
  const { words } = context;
  const moment = context.moment();
  const parts = { words, version: VERSION, directory };
  const desk: Desk = { directory, moment, open: context.open };
  const numbered = (facts: GivenFacts): GivenFacts => withNumber(facts, desk, showNumbers);
  const operators = operatorIds(directory);
  const recent = new RecentResults();

  const resultFrom = (routing: Routing): Result => ({
    facts: queryJson(routing).facts,
    notices: noticesJson(routing.notices, words),
    json: Buffer.from(JSON.stringify(routingJson(routing, operators, words))),
  });

  const resultOf = (facts: GivenFacts): Result => {
    // The answer to a number speaks of that number: no other line has it.
    if (facts.number) return resultFrom(route(directory, numbered(facts), moment));
    const key = JSON.stringify(facts);
    const known = recent.get(key);
    if (known) return known;
    const result = resultFrom(route(directory, facts, moment));
    recent.keep(key, result);
    return result;
  };

  const routed = ({ ref, facts, text }: Request, remarks: readonly Notice[] = []): Document => {
    const result = resultOf(facts);
    const notices = [...noticesJson(remarks, words), ...result.notices];
    const query = { facts: result.facts, text, ref, asOf: moment.text };
    // Quotes inside what users wrote are escaped, so that this can only be the empty result.
    const shell = jsonLine(success("route", null, { ...parts, query, notices }));
    const place = shell.indexOf(EMPTY_RESULT) + EMPTY_RESULT.length - "null".length;
    return [shell.slice(0, place), result.json, shell.slice(place + "null".length)];
  };

  const heard = async ({ ref, facts }: Request, text: string): Promise<Document> => {
    const { hear, undecided } = await import("../../answers/ask.js");
    const understood = hear(text, facts, desk);
    const { given, verdict, room } = understood;
    if (room?.kind === "charge") return [jsonLine(byKey.charge({ charge: room.descriptor }, "", ref))];
    if (room) return [jsonLine(await byKey.whose({ whose: room.numbers.join(" ") }, "", ref))];
    if (verdict.kind !== "several") return routed({ ref, facts: given, text: shownText(text) }, understood.notices);
    const filled = { ...understood, given: numbered(given) };
    const open = undecided(filled, verdict.candidates, desk);
    const query = { ...undecidedQuery(open, text, moment), ref };
    const result = undecidedJson(open.candidates, directory, words);
    return [jsonLine(success("route", result, { ...parts, query, notices: noticesJson(open.notices, words) }))];
  };

  const byKey = {
    charge: createChargeAnswerer(desk, context, parts),
    whose: createWhoseAnswerer(desk, parts),
  };

  /** Facts, which are most lines, are answered without waiting for anything. */
  function reply(object: Record<string, unknown>, kind: Kind, ref: Ref, line: Line): Document | Promise<Document> {
    if (kind === "charge") return [jsonLine(byKey.charge(object, String(line.number), ref))];
    if (kind === "whose") return byKey.whose(object, String(line.number), ref).then((document) => [jsonLine(document)]);
    const request = { ref, facts: factsIn(object, line), text: textIn(object, line) };
    return request.text === null ? routed(request) : heard(request, request.text);
  }

  return (line) => {
    let ref: Ref = null;
    let kind: Kind = "route";
    const refused = (error: unknown): Answered => {
      if (!(error instanceof Problem)) throw error;
      const query = { ref, asOf: moment.text };
      return { json: [jsonLine(failure(kind, error, { ...parts, query }))], ok: false };
    };
    try {
      const object = parseObject(line);
      kind = kindOf(object);
      if (object.ref !== undefined && !isRef(object.ref)) {
        throw new Problem("bad-line", "line-bad-ref", { line: String(line.number) });
      }
      ref = object.ref ?? null;
      const json = reply(object, kind, ref, line);
      if (!(json instanceof Promise)) return { json, ok: true };
      return json.then((whole) => ({ json: whole, ok: true }), refused);
    } catch (error) {
      return refused(error);
    }
  };
}
