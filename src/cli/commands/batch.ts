/** Questions in, documents out, a line each and in order. A bad line is answered and does not stop the rest. */
import { StringDecoder } from "node:string_decoder";
import { setFlagsFromString } from "node:v8";
import { askerOf, learnForeign } from "../../answers/whose.js";
import { loadDirectory } from "../../directory/load.js";
import type { Directory } from "../../directory/types.js";
import type { Dozvon, RouteAnswer } from "../../library/questions.js";
import { briefOf } from "../../render/envelope/brief.js";
import { failure, problemText, type Query, success } from "../../render/envelope/json.js";
import { noticesJson } from "../../render/route/json.js";
import { EMERGENCY_TOPIC, type Notice } from "../../situation/facts.js";
import { parseMoment } from "../../values/moment.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { ChunkedOutput } from "../batch/chunked-output.js";
import { type Asked, answerTo, checkFields, type Members, questionOf } from "../batch/questions.js";
import { type Context, jsonLine } from "../context.js";
import { inputFrom, recordIn } from "../files/input.js";
import { asksAboutToday } from "../files/settings.js";
import { SHOW_NUMBERS } from "../line/flags.js";
import { command } from "../line/spec.js";
import { FOLDERS, STANDALONE, VERSION } from "../package.js";
import { lineWriter } from "../runner.js";

interface Line {
  /** From 1. */
  number: number;
  /** Without its line end, a byte order mark and spaces around it; cut to LONGEST where `tooLong`. */
  text: string;
  tooLong: boolean;
}

/** Longer lines are answered as bad, so that memory does not grow with the input. */
const LONGEST = 1024 * 1024;

/** The lines of a stream of UTF-8, as many at a time as have arrived, however long the stream is. */
async function* lineGroups(input: AsyncIterable<string | Buffer>): AsyncGenerator<Line[]> {
  const decoder = new StringDecoder("utf8");
  let number = 0;
  let rest = "";
  let dropped = false;
  const take = (text: string): Line => {
    number++;
    const tooLong = dropped || text.length > LONGEST;
    dropped = false;
    return { number, text: tooLong ? text.slice(0, LONGEST) : text.replace(/^\ufeff/, "").trim(), tooLong };
  };
  for await (const chunk of input) {
    const parts = (rest + (typeof chunk === "string" ? chunk : decoder.write(chunk))).split("\n");
    rest = parts.pop() ?? "";
    if (parts.length > 0) yield parts.map(take);
    if (rest.length > LONGEST) {
      rest = rest.slice(0, LONGEST);
      dropped = true;
    }
  }
  rest += decoder.end();
  if (rest !== "" || dropped) yield [take(rest)];
}

type Ref = Query["ref"];

/** Characters of the private use area: no answer holds them. */
const [REF, AS_OF] = ["\ue000ref", "\ue000asOf"] as const;
const PLACES = new RegExp(`"(${REF}|${AS_OF})"`);

/** An answer but for whose it is: places for the ref and the moment among its parts. */
const written = (line: string) => ({
  parts: line.split(PLACES).map((part) => (part === REF || part === AS_OF ? part : Buffer.from(part))),
  size: line.length,
});

/** Yesterday's thousands of questions are a few hundred situations, of some thirty kilobytes each. */
const MOST_BYTES = 48 * 2 ** 20;
const MOST_SENTENCES = 256;

/** What was made lately, so that a question asked again costs no more than writing its answer. */
function recent<Made>(most: number, sizeOf: (made: Made) => number) {
  const known = new Map<string, Made>();
  let size = 0;
  return (key: string, make: () => Made): Made => {
    const found = known.get(key);
    const made = found ?? make();
    if (found) known.delete(key);
    else size += sizeOf(made);
    known.set(key, made);
    for (const [oldest, one] of known) {
      if (size <= most) break;
      known.delete(oldest);
      size -= sizeOf(one);
    }
    return made;
  };
}

const KEY = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** Names of members, those of records inside it too. */
const membersIn = (json: string): number => [...json.matchAll(KEY)].filter(([, colon]) => colon !== undefined).length;

/** What Windows-1251 and UTF-16 leave of a line: one lost letter may be the sender's. */
const FOREIGN_BYTES = /\ufffd{2}|\0/;

function parseObject({ text, tooLong }: Line): Members {
  if (tooLong) throw new Problem("bad-line", "line-too-long");
  if (FOREIGN_BYTES.test(text)) throw new Problem("bad-line", "line-not-utf8");
  const record = recordIn(text, "bad-line", ["line-not-json", "line-not-object"]);
  // JSON keeps the last of two members of one name in silence: written again it has fewer.
  if (membersIn(text) > membersIn(JSON.stringify(record))) throw new Problem("bad-line", "line-twice");
  return record;
}

/** @throws Problem bad-line for what is none, and for a number that JavaScript would give back as another. */
function refOf({ ref = null }: Members): Ref {
  if (typeof ref === "number" && !(Math.abs(ref) <= Number.MAX_SAFE_INTEGER))
    throw new Problem("bad-line", "line-long-ref");
  if (ref === null || typeof ref === "string" || typeof ref === "number" || typeof ref === "boolean") return ref;
  throw new Problem("bad-line", "line-bad-ref");
}

/** An emergency, in facts, a sentence or a number that somebody asks about. */
function isUrgent({ facts, result }: Asked, { parties }: Directory): boolean {
  const { numbers = [] } = result as { numbers?: { uses: { party: string | null }[] }[] };
  const helps = (id: string | null) => parties.some((one) => one.id === id && one.type === "emergency");
  const asked = numbers.length > 0 && numbers.every(({ uses }) => uses.some(({ party }) => helps(party)));
  return asked || facts.topic?.value === EMERGENCY_TOPIC;
}

/**
 * What answers lines. With an overlay that is refused nothing is answered but an emergency, over what is built in.
 */
export async function createAnswerer(context: Context, showNumbers = false) {
  const { words, flags, env, open } = context;
  let refusal = null as Problem | null;
  const directory = await context.directory().catch((error) => {
    if (!(error instanceof Problem && error.code === "bad-directory")) throw error;
    refusal = error;
    return loadDirectory(FOLDERS.compiled);
  });
  const parts = { words, version: VERSION, directory };
  const internal = { directory, open, words: () => words, recall: recent<RouteAnswer>(MOST_SENTENCES, () => 1) };
  const dozvon: Dozvon = { version: directory.version, asOf: directory.asOf, internal };
  // A text may ask about a number of any country, and is answered at once.
  await learnForeign(askerOf(internal));
  const fixed = asksAboutToday(flags, env) ? null : context.moment().text;
  const recall = recent<ReturnType<typeof written>>(MOST_BYTES, ({ size }) => size);
  const whole = await lineWriter(context);

  const lineOf = (document: unknown, brief: boolean, confidence: number | null = null): string =>
    brief ? jsonLine(briefOf(document, confidence)) : whole(document);

  /** Without a clock of its own a line is answered at the moment it is read. */
  const momentOf = ({ asOf }: Members): string => {
    if (asOf === undefined || asOf === null) return fixed ?? context.moment().text;
    if (typeof asOf !== "string") throw new Problem("bad-line", "line-bad-field", { field: "asOf" });
    return parseMoment(asOf).text;
  };

  const reason = refusal && problemText(refusal, words).detail;
  const told: Notice[] = reason === null ? [] : [{ code: "surroundings-left-out", values: { reason } }];
  const leftOut = noticesJson(told, words);

  /** @throws Problem the overlay's, where nobody is in danger. */
  const documentOf = (kind: string, asked: Asked, query: Partial<Query>): unknown => {
    if (refusal && !isUrgent(asked, directory)) throw refusal;
    const { facts, result, notices } = asked;
    return success(kind, result, { ...parts, query: { facts, ...query }, notices: [...leftOut, ...notices] });
  };

  /** @returns one JSON document with a line end, in parts. */
  const answerLine = async (line: Line, brief = false) => {
    let ref: Ref = null;
    let asOf: string | null = null;
    let kind = "route";
    try {
      const object = parseObject(line);
      ref = refOf(object);
      asOf = momentOf(object);
      const question = questionOf(object);
      kind = question.kind;
      checkFields(object, question);
      const { ref: _ref, asOf: _asOf, ...asked } = object;
      const answer = () => answerTo(question, asked, dozvon, { asOf: asOf ?? "", lang: words.language, showNumbers });
      if (kind === "route" && !asked.number) {
        // Facts are most lines, and many are alike. An opening hour begins with a minute.
        const key = asOf.slice(0, 16) + asOf.slice(19) + JSON.stringify([asked, brief]);
        const made = () => written(lineOf(documentOf(kind, answer() as Asked, { ref: REF, asOf: AS_OF }), brief));
        const { parts: found } = recall(key, made);
        const filled = { [REF]: JSON.stringify(ref), [AS_OF]: JSON.stringify(asOf) };
        return { json: found.map((part) => (typeof part === "string" ? filled[part] : part)), ok: true };
      }
      const given = await answer();
      const document = documentOf(given.kind ?? kind, given, { ref, asOf, text: given.text ?? null });
      return { json: [lineOf(document, brief, given.confidence)], ok: true };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const placed = new Problem(error.code, error.key, { line: String(line.number), ...error.values }, error);
      const document = failure(kind, placed, { ...parts, query: { ref, asOf } });
      // A line has fields, not flags.
      document.problem.detail = document.problem.detail.replace(/(?<!\S)--(?=[a-z])/g, "");
      return { json: [lineOf(document, brief)], ok: false };
    }
  };
  return { answerLine, refusal };
}

export const batchCommand = command({
  operands: { "[file]": { offers: "files" } },
  flags: { ...SHOW_NUMBERS, "--brief": {} },
  json: true,
  note: "batch-fields",
  async run({ file = "-", flags }, context) {
    const { "--show-numbers": showNumbers = false, "--brief": brief = false } = flags;
    if (brief && context.flags["--fields"] !== undefined)
      throw new Problem("usage", "flags-exclude", { one: "--brief", other: "--fields" });
    // What a line leaves behind is garbage before the next: more room for new objects costs memory, 40 MB of it, and saves no time.
    if (!STANDALONE) setFlagsFromString("--semi-space-growth-factor=1");
    const { answerLine, refusal } = await createAnswerer(context, showNumbers);
    const output = new ChunkedOutput(context.io.out);
    let bad = false;
    for await (const group of lineGroups(inputFrom(file))) {
      for (const line of group.filter((one) => one.text !== "")) {
        const { json, ok } = await answerLine(line, brief);
        bad ||= !ok;
        for (const part of json) output.put(part);
        await context.io.drained();
      }
      // What has arrived is answered before more is waited for: the program can be talked to line by line.
      output.flush();
      await context.io.drained();
      if (context.io.closed()) break;
    }
    const code = refusal ? EXIT.badDirectory : EXIT.badLines;
    return bad ? code : EXIT.answered;
  },
});
