import { CARD_FACTS, type Card, cardOf } from "../../answers/contacts.js";
import { clean } from "../../render/clean.js";
import { cardJson } from "../../render/contacts/json.js";
import type { CardView } from "../../render/contacts/rows.js";
import { factsJson } from "../../render/envelope/json.js";
import { noticesJson } from "../../render/route/json.js";
import { oneOf } from "../../values/choice.js";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import type { Context } from "../context.js";
import { isFileTarget, writeOutput } from "../files/output-file.js";
import { factFlags, factsOf } from "../line/facts.js";
import { command, type Given } from "../line/spec.js";
import { lineWriter } from "../runner.js";

const FORMATS = ["text", "json", "csv", "md", "html", "vcf"] as const;
type Format = (typeof FORMATS)[number];

const FLAGS = {
  ...factFlags(CARD_FACTS),
  "--travel": {},
  "--format": { value: "format", offers: FORMATS },
  "--output": { letter: "O", value: "file", offers: "files" },
  "--force": {},
  "--plain": { text: "contacts-plain" },
  "--qr": {},
  "--channel": { value: "id", text: "qr-channel", offers: "channels" },
} as const;
type Flags = Given<typeof FLAGS>;

function formatOf(flags: Flags, json: boolean): Format {
  const { "--format": format, "--plain": plain, "--qr": qr, "--output": output, "--channel": channel } = flags;
  const known = oneOf(format ?? (json ? "json" : "text"), FORMATS, "format");
  const clash = (one: string, other: string) => new Problem("usage", "flags-exclude", { one, other });
  if (json && known !== "json") throw clash("--json", `--format ${known}`);
  if (plain && known !== "text") throw clash("--plain", `--format ${known}`);
  if (qr && known !== "text") throw clash("--qr", `--format ${known}`);
  if (qr && plain) throw clash("--qr", "--plain");
  if (qr && output !== undefined) throw clash("--qr", "-O");
  if (channel !== undefined && !qr) throw new Problem("usage", "flag-needs", { one: "--channel", other: "--qr" });
  return known;
}

async function screenText(view: CardView, flags: Flags, context: Context): Promise<string> {
  const { cardPlain, cardText } = await import("../../render/contacts/text.js");
  const { screenOf } = await import("../terminal/screen.js");
  return flags["--plain"] ? cardPlain(view) : cardText(view, screenOf(context));
}

/** Each format is loaded when it is asked for: a card on the screen needs neither calendars nor codes. */
async function textOf(
  view: CardView,
  format: Exclude<Format, "json">,
  flags: Flags,
  context: Context,
): Promise<string> {
  switch (format) {
    case "text":
      if (!flags["--qr"]) return screenText(view, flags, context);
      return (await import("../card-codes.js")).cardCodes(view, flags["--channel"], context);
    case "csv":
      return (await import("../../render/contacts/csv.js")).cardCsv(view);
    case "md":
      return (await import("../../render/contacts/markdown.js")).cardMarkdown(view);
    case "html":
      return (await import("../../render/contacts/html.js")).cardHtml(view);
    case "vcf":
      return (await import("../../render/contacts/vcard.js")).operatorCard(view);
  }
}

async function jsonOf(card: Card, context: Context): Promise<string> {
  const { words, moment, envelope } = context;
  const query = { facts: factsJson(card.situation), asOf: moment().text };
  const line = await lineWriter(context);
  return line(envelope("contacts", cardJson(card, words), { query, notices: noticesJson(card.notices, words) }));
}

/** A card without a channel is not worth a file. */
function emptyAnswer(card: Card, format: Format, flags: Flags, context: Context): boolean {
  if (card.entries.length > 0 || format === "json" || (format === "text" && flags["--output"] === undefined))
    return false;
  context.io.err(`${context.words.say("card.empty")}\n`);
  return true;
}

async function run(operator: string, flags: Flags, context: Context): Promise<number> {
  const { words, io, json } = context;
  const format = formatOf(flags, json);
  const facts = factsOf(flags);
  const force = flags["--force"] === true;
  const toFile = isFileTarget(flags["--output"], force);
  const directory = await context.directory();
  const given = { ...facts, operator: { value: operator, from: "flag" as const } };
  const card = cardOf(directory, given, context.moment(), flags["--travel"] === true);
  const code = card.entries.length > 0 ? EXIT.answered : EXIT.noChannel;
  if (emptyAnswer(card, format, flags, context)) return code;
  const view = { card, directory, words };
  const text = await (format === "json" ? jsonOf(card, context) : textOf(view, format, flags, context));
  if (toFile) writeOutput(flags["--output"] ?? "", text, force);
  // With --json standard output is one document in every outcome, also when a file has it too.
  if (!toFile || json) io.out(text);
  if (toFile && !json) io.err(`${clean(words.say("output.written", { file: flags["--output"] ?? "" }))}\n`);
  return code;
}

export const contactsCommand = command({
  operands: { "<operator>": { offers: "operators" } },
  flags: FLAGS,
  run: ({ operator, flags }, context) => run(operator, flags, context),
});
