import { CARD_FACTS, cardOf } from "../../answers/contacts.js";
import { clean } from "../../render/clean.js";
import { cardJson } from "../../render/contacts/json.js";
import type { CardView } from "../../render/contacts/rows.js";
import { factsJson } from "../../render/envelope/json.js";
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

/** @throws Problem usage for what does not go together, and what means nothing without another. */
function formatOf(flags: Flags, json: boolean): Format {
  const { "--plain": plain, "--qr": qr, "--output": output, "--channel": channel } = flags;
  const known = formOf(output, FORMATS, flags["--format"]) ?? (json ? "json" : "text");
  const other = flags["--format"] === undefined && output !== undefined ? `-O ${output}` : `--format ${known}`;
  const faults: readonly (readonly [fault: unknown, key: string, values: Problem["values"]])[] = [
    [json && known !== "json", "flags-exclude", { one: "--json", other }],
    [plain && known !== "text", "flags-exclude", { one: "--plain", other }],
    [qr && known !== "text", "flags-exclude", { one: "--qr", other }],
    [qr && plain, "flags-exclude", { one: "--qr", other: "--plain" }],
    [qr && output !== undefined, "flags-exclude", { one: "--qr", other: "-O" }],
    [channel !== undefined && !qr, "flag-needs", { one: "--channel", other: "--qr" }],
    [known === "xlsx" && (output ?? STDOUT) === STDOUT, "form-needs-file", { form: known }],
  ];
  const found = faults.find(([fault]) => fault);
  if (found) throw new Problem("usage", found[1], found[2]);
  return known;
}

/** Each format is loaded when it is asked for: a card on the screen needs neither calendars nor codes. */
async function textOf(view: CardView, format: Format, flags: Flags, context: Context): Promise<string | Uint8Array> {
  const { "--qr": qr, "--channel": channel, "--plain": plain, "--output": output } = flags;
  const { words } = context;
  switch (format) {
    case "json": {
      const { card } = view;
      const query = { facts: factsJson(card.situation) };
      const answer = { kind: "contacts", query, notices: card.notices, result: () => cardJson(card, words) };
      return (await lineWriter(context))(context.document(answer));
    }
    case "text": {
      if (qr) return (await import("../card-codes.js")).cardCodes(view, channel, context);
      const { cardPlain, cardText } = await import("../../render/contacts/text.js");
      if (plain) return cardPlain(view);
      const { ALL_ROWS } = await import("../../render/text/blocks.js");
      const { rowsOf, screenOf } = await import("../terminal/screen.js");
      // What is kept in a file is kept whole.
      return cardText(view, screenOf(context), output === undefined ? rowsOf(context) : ALL_ROWS);
    }
    case "csv":
      return (await import("../../render/contacts/csv.js")).cardCsv(view, SEPARATORS[words.language]);
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

export const contactsCommand = command({
  operands: { "<operator>": { offers: "operators" } },
  flags: FLAGS,
  async run({ operator, flags }, context) {
    const { words, io, json } = context;
    const format = formatOf(flags, json);
    const { "--output": output, "--force": force = false } = flags;
    const file = output === undefined || output === STDOUT ? null : output;
    if (file !== null) checkTarget(file, force);
    const directory = await context.directory();
    const given = { ...factsOf(flags), operator: { value: operator, from: "flag" as const } };
    const card = cardOf(directory, given, context.moment(), flags["--travel"] === true);
    // A card without a channel is not worth a file.
    if (card.entries.length === 0 && format !== "json" && (format !== "text" || output !== undefined)) {
      io.err(`${words.say("card.empty")}\n`);
      return EXIT.noChannel;
    }
    const text = await textOf({ card, directory, words }, format, flags, context);
    if (file !== null) writeOutput(file, text, force);
    // With --json standard output is one document in every outcome, also when a file has it too.
    if (file === null || json) io.out(String(text));
    if (file !== null && !json) io.err(`${clean(words.say("output.written", { file }))}\n`);
    return card.entries.length > 0 ? EXIT.answered : EXIT.noChannel;
  },
});
