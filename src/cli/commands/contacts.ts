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
import { checkTarget, formOf, STDOUT, writeOutput } from "../files/output-file.js";
import { factFlags, factsOf } from "../line/flags.js";
import { command, type Given } from "../line/spec.js";
import { lineWriter } from "../runner.js";

const FORMATS = ["text", "json", "csv", "xlsx", "md", "html", "vcf"] as const;
type Format = (typeof FORMATS)[number];

/** What stands between the cells of a sheet: what spreadsheets expect where Russian is spoken, since a comma is their decimal point. */
const SEPARATORS = { ru: ";", en: "," } as const;

function separatorOf(flags: Flags, { words }: Context): string {
  const given = flags["--separator"];
  return given === undefined ? SEPARATORS[words.language] : oneOf(given, Object.values(SEPARATORS), "separator");
}

const FLAGS = {
  ...factFlags(CARD_FACTS),
  "--travel": {},
  "--format": { value: "format", offers: FORMATS },
  "--output": { letter: "O", value: "file", offers: "files" },
  "--force": {},
  "--separator": { value: "sign", offers: [";", ","] },
  "--plain": { text: "contacts-plain" },
  "--qr": {},
  "--channel": { value: "id", text: "qr-channel", offers: "channels" },
} as const;
type Flags = Given<typeof FLAGS>;

/** @throws Problem usage for what means nothing without another. */
function refuseLonely(known: Format, flags: Flags): void {
  const { "--channel": channel, "--qr": qr, "--separator": separator, "--output": output = STDOUT } = flags;
  if (channel !== undefined && !qr) throw new Problem("usage", "flag-needs", { one: "--channel", other: "--qr" });
  if (separator !== undefined && known !== "csv")
    throw new Problem("usage", "flag-needs", { one: "--separator", other: "--format csv" });
  if (known === "xlsx" && output === STDOUT) throw new Problem("usage", "form-needs-file", { form: known });
}

/** @throws Problem usage for what does not go together. */
function formatOf(flags: Flags, json: boolean): Format {
  const { "--plain": plain, "--qr": qr, "--output": output } = flags;
  const promised = output === STDOUT ? null : formOf(output, FORMATS);
  const known = oneOf(flags["--format"] ?? promised ?? (json ? "json" : "text"), FORMATS, "format");
  const other = promised === known && flags["--format"] === undefined ? `-O ${output}` : `--format ${known}`;
  const clashes: readonly (readonly [clash: unknown, one: string, other: string])[] = [
    [json && known !== "json", "--json", other],
    [plain && known !== "text", "--plain", other],
    [qr && known !== "text", "--qr", other],
    [qr && plain, "--qr", "--plain"],
    [qr && output !== undefined, "--qr", "-O"],
  ];
  const found = clashes.find(([clash]) => clash);
  if (found) throw new Problem("usage", "flags-exclude", { one: found[1], other: found[2] });
  refuseLonely(known, flags);
  return known;
}

async function screenText(view: CardView, flags: Flags, context: Context): Promise<string> {
  const { cardPlain, cardText } = await import("../../render/contacts/text.js");
  const { ALL_ROWS, FIRST_SCREEN_ROWS } = await import("../../render/text/blocks.js");
  const { screenOf } = await import("../terminal/screen.js");
  if (flags["--plain"]) return cardPlain(view);
  // What is kept in a file is kept whole.
  const whole = context.flags["--full"] === true || flags["--output"] !== undefined;
  return cardText(view, screenOf(context), whole ? ALL_ROWS : FIRST_SCREEN_ROWS);
}

/** Each format is loaded when it is asked for: a card on the screen needs neither calendars nor codes. */
async function textOf(
  view: CardView,
  format: Exclude<Format, "json">,
  flags: Flags,
  context: Context,
): Promise<string | Uint8Array> {
  switch (format) {
    case "text":
      if (!flags["--qr"]) return screenText(view, flags, context);
      return (await import("../card-codes.js")).cardCodes(view, flags["--channel"], context);
    case "csv":
      return (await import("../../render/contacts/csv.js")).cardCsv(view, separatorOf(flags, context));
    case "xlsx":
      return (await import("../../render/contacts/xlsx.js")).cardXlsx(view);
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
  const { "--output": output, "--force": force = false } = flags;
  const file = output === undefined || output === STDOUT ? null : output;
  if (file !== null) checkTarget(file, force);
  const directory = await context.directory();
  const given = { ...facts, operator: { value: operator, from: "flag" as const } };
  const card = cardOf(directory, given, context.moment(), flags["--travel"] === true);
  const code = card.entries.length > 0 ? EXIT.answered : EXIT.noChannel;
  if (emptyAnswer(card, format, flags, context)) return code;
  const view = { card, directory, words };
  const text = await (format === "json" ? jsonOf(card, context) : textOf(view, format, flags, context));
  if (file !== null) writeOutput(file, text, force);
  // With --json standard output is one document in every outcome, also when a file has it too.
  if (file === null || json) io.out(String(text));
  if (file !== null && !json) io.err(`${clean(words.say("output.written", { file }))}\n`);
  return code;
}

export const contactsCommand = command({
  operands: { "<operator>": { offers: "operators" } },
  flags: FLAGS,
  run: ({ operator, flags }, context) => run(operator, flags, context),
});
