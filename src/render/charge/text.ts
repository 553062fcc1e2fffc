import type { AnsweredCharge } from "../../answers/charge.js";
import type { ChargeCandidate } from "../../charges/charge.js";
import type { MerchantCharge } from "../../directory/types.js";
import { groundsOf } from "../../terms/grounds.js";
import type { Confidence } from "../../vocabulary/charges.js";
import { groundLines } from "../ground/text.js";
import { join, type Screen, section } from "../text/screen.js";
import type { Words } from "../words.js";
import { commandOf } from "./json.js";

/** What a charge answer is shown with. */
export interface ChargeView extends AnsweredCharge {
  screen: Screen;
  /** Only what to check, where to cancel and what comes next: one screen in an interview. */
  brief: boolean;
}

const NAMED: Readonly<Record<Confidence, "charge.is" | "charge.probably" | "charge.maybe">> = {
  high: "charge.is",
  medium: "charge.probably",
  low: "charge.maybe",
};

const grounded = (ids: readonly string[], { grounds, screen }: ChargeView): string[] =>
  groundsOf(ids, grounds).flatMap((ground) => groundLines(ground, screen));

const item = (text: string, { layout }: Screen): string[] => layout.paragraph(`- ${text}`, 2, 2);

function likelyLines({ likely }: ChargeCandidate, view: ChargeView): string[] {
  const { screen } = view;
  if (!likely) return [];
  const { words, layout, palette } = screen;
  const warning = layout.paragraph(words.say(`charge.${likely.verdict}`)).map((line) => palette.doubt(line));
  const why = likely.text ? layout.paragraph(words.text(likely.text), 2) : grounded([likely.ground ?? ""], view);
  const checks = likely.check.flatMap((text) => item(words.text(text), screen));
  return ["", ...warning, ...why, ...section(screen, words.say("section.check"), checks)];
}

function nextLines(merchant: MerchantCharge, checklist: string, { screen }: ChargeView): string[] {
  const { words, layout } = screen;
  const commands = [
    words.say("charge.checklist", { command: commandOf.checklist(checklist) }),
    words.say("charge.refund", { command: commandOf.refund(merchant.id) }),
  ];
  return section(
    screen,
    words.say("section.next"),
    commands.flatMap((text) => layout.paragraph(text, 2, 2)),
  );
}

function notEstablished({ descriptorsNotEstablished }: MerchantCharge, { screen, brief }: ChargeView): string[] {
  const { words, layout } = screen;
  return descriptorsNotEstablished && !brief ? layout.paragraph(words.text(descriptorsNotEstablished)) : [];
}

/** The account of the phone and the bank are no sellers: what is known of them is where the money left from. */
function titleOf({ confidence, merchant }: ChargeCandidate, words: Words): string {
  return merchant.generalFor === null
    ? words.say(NAMED[confidence], { name: words.text(merchant.name) })
    : words.say(`charge.own-${merchant.generalFor}`);
}

function merchantLines(merchant: MerchantCharge, view: ChargeView): string[] {
  const { screen, brief } = view;
  const { words } = screen;
  const cancel = section(screen, words.say("section.cancel"), grounded(merchant.cancel, view));
  if (brief) return cancel;
  return [
    ...section(screen, words.say("section.explains"), grounded(merchant.explains, view)),
    ...cancel,
    ...section(screen, words.say("section.support"), grounded(merchant.support, view)),
  ];
}

const knownLines = ({ knownAs, screen: { words, layout } }: ChargeView): string[] =>
  knownAs.flatMap(({ label, party }) =>
    layout.paragraph(words.say("charge.known-as", { label: words.text(label), name: words.text(party) })),
  );

/** What stands first where no seller and no account is recognised. */
function openLines(view: ChargeView): string[] {
  const { answer, knownAs, screen } = view;
  const { words, layout, palette } = screen;
  const first = answer.account === null ? "charge.path-first" : (`charge.path-first-${answer.account}` as const);
  const key = answer.descriptor === null ? first : "charge.unknown";
  const known = knownAs.length > 0 ? "charge.known-only" : key;
  const line = layout.paragraph(words.say(answer.free ? "charge.free" : known));
  // The first says whose it is; help is listed by every way to reach it.
  const named = knownLines(answer.free ? { ...view, knownAs: knownAs.slice(0, 1) } : view);
  return [...named, ...line.map((text) => palette.answer(text))];
}

function candidateLines(main: ChargeCandidate, view: ChargeView): string[] {
  const { screen, answer } = view;
  const { words, layout, palette } = screen;
  const say = (key: string, values: Record<string, string>) => layout.paragraph(words.say(key, values));
  const others = answer.candidates.slice(1).map(({ merchant }) => words.text(merchant.name));
  return [
    // A support line that the directory knows is the better answer to a short number.
    ...knownLines(view),
    ...layout.paragraph(titleOf(main, words)).map((line) => palette.answer(line)),
    ...layout.paragraph(words.text(main.merchant.purpose)),
    ...notEstablished(main.merchant, view),
    ...(main.remainder ? say("charge.bought", { what: main.remainder }) : []),
    ...(main.otherAccount ? say("charge.other-account", {}).map((line) => palette.doubt(line)) : []),
    ...(others.length > 0 ? say("charge.others", { names: others.join(", ") }) : []),
    ...grounded(main.means === null ? [] : [main.means], view),
    ...likelyLines(main, view),
    ...nextLines(main.merchant, main.checklist, view),
    ...merchantLines(main.merchant, view),
  ];
}

function pathLines(path: MerchantCharge, view: ChargeView): string[] {
  const { words, layout, palette } = view.screen;
  const heading = layout.paragraph(words.say("charge.path", { name: words.text(path.name) }));
  return [
    "",
    ...heading.map((line) => palette.heading(line)),
    ...layout.paragraph(words.text(path.purpose)),
    ...notEstablished(path, view),
    ...merchantLines(path, view),
    ...nextLines(path, path.checklist, view),
  ];
}

/** The answer stands on the first line. */
export function chargeText(view: ChargeView): string {
  const { answer, screen } = view;
  const { words, layout } = screen;
  const [main] = answer.candidates;
  const first = main ? candidateLines(main, view) : openLines(view);
  const needs = answer.needs.includes("account") ? layout.paragraph(words.say("charge.account")) : [];
  return join([...first, ...needs, ...answer.paths.flatMap((path) => pathLines(path, view))]);
}
