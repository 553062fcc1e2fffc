/** One line of a batch: facts in, an envelope out. A bad line is answered and does not stop the rest. */
import type { Directory } from "../directory/types.js";
import { failure, type Query, success } from "../render/json/envelope.js";
import { noticesJson, queryJson } from "../render/json/routing.js";
import { routingWriter } from "../render/json/routing-text.js";
import { route } from "../routing/route.js";
import type { GivenFacts, Notice } from "../situation/facts.js";
import { Problem } from "../situation/problem.js";
import { FACTS, type Fact } from "../vocabulary.js";
import { createChargeAnswerer, isChargeLine } from "./batch-charge.js";
import { type Context, jsonLine } from "./context.js";
import type { Line } from "./lines.js";
import { numberReader } from "./number-fact.js";
import { VERSION } from "./package.js";

type Ref = Query["ref"];

interface Request {
  ref: Ref;
  facts: GivenFacts;
  text: string | null;
}

interface Answered {
  json: string;
  ok: boolean;
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
  const list = field === "without" && Array.isArray(value) && value.every((one) => typeof one === "string");
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
        { allowed: ["ref", "text", ...FACTS] },
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
): (line: Line) => Promise<Answered> {
  const { words } = context;
  const moment = context.moment();
  const parts = { words, version: VERSION, directory };
  const numbers = numberReader({ directory, words, show: showNumbers });
  const resultText = routingWriter(directory, words);

  const routed = ({ ref, facts, text }: Request, heard: readonly Notice[] = []): string => {
    const routing = route(directory, numbers.fill(facts), moment);
    const notices = noticesJson([...heard, ...routing.notices], words);
    // Quotes inside what users wrote are escaped, so that this can only be the empty result.
    return jsonLine(success("route", null, { ...parts, query: queryJson(routing, ref, text), notices })).replace(
      '"result":null',
      () => `"result":${resultText(routing)}`,
    );
  };

  const chargeOf = createChargeAnswerer(directory, context, parts);

  const reply = async (request: Request): Promise<string> => {
    if (request.text === null) return routed(request);
    const { ref, facts, text } = request;
    const { hear, shownText, undecided } = await import("./free-text.js");
    const found = hear(text, facts, directory);
    const { given, verdict } = found;
    if (verdict.kind !== "several") return routed({ ref, facts: given, text: shownText(text) }, found.notices);
    const filled = { ...found, given: numbers.fill(given) };
    const { query, result, notices } = undecided(filled, verdict.candidates, directory, { moment, words, text, ref });
    return jsonLine(success("route", result, { ...parts, query, notices: noticesJson(notices, words) }));
  };

  return async (line) => {
    let ref: Ref = null;
    let kind = "route";
    try {
      const object = parseObject(line);
      if (isChargeLine(object)) kind = "charge";
      if (object.ref !== undefined && !isRef(object.ref)) {
        throw new Problem("bad-line", "line-bad-ref", { line: String(line.number) });
      }
      ref = object.ref ?? null;
      if (kind === "charge") return { json: jsonLine(chargeOf(object, String(line.number), ref)), ok: true };
      const request = { ref, facts: factsIn(object, line), text: textIn(object, line) };
      return { json: await reply(request), ok: true };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const query = { ref, asOf: moment.text };
      return { json: jsonLine(failure(kind, error, { ...parts, query })), ok: false };
    }
  };
}
