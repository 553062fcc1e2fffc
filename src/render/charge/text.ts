import type { AnsweredCharge } from "../../answers/charge.js";
import type { ChargeCandidate } from "../../charges/charge.js";
import type { MerchantCharge } from "../../directory/types.js";
import { groundsOf } from "../../terms/deadlines.js";
import type { Confidence } from "../../vocabulary/charges.js";
import { groundLines } from "../ground/text.js";
import { type Block, fitted, moreLines } from "../text/blocks.js";
import { headed, type Screen } from "../text/screen.js";
import type { Words } from "../words.js";
import { commandOf } from "./json.js";

/** What a charge answer is shown with. */
export interface ChargeView extends AnsweredCharge {
  screen: Screen;
  /** How many lines there are to fill. */
  rows: number;
}

const NAMED: Readonly<Record<Confidence, "charge.is" | "charge.probably" | "charge.maybe">> = {
  high: "charge.is",
  medium: "charge.probably",
  low: "charge.maybe",
};

const grounded = (ids: readonly string[], { grounds, screen }: ChargeView): string[] =>
  groundsOf(ids, grounds).flatMap((ground) => groundLines(ground, screen));

const item = (text: string, { layout }: Screen): string[] => layout.paragraph(`- ${text}`, 2, 2);

/** Whether such a charge is to be expected on a Russian card today, and what else it may be. */
function likelyLines({ likely }: ChargeCandidate, view: ChargeView): string[] {
  const { screen } = view;
  if (!likely) return [];
  const { words, layout, palette } = screen;
  const warning = layout.paragraph(words.say(`charge.${likely.verdict}`)).map((line) => palette.doubt(line));
  const why = likely.text ? layout.paragraph(words.text(likely.text), 2) : grounded([likely.ground ?? ""], view);
  const checks = likely.check.flatMap((text) => item(words.text(text), screen));
  return [...warning, ...why, ...headed(screen, words.say("section.check"), checks)];
}

function nextLines(merchant: MerchantCharge, checklist: string, { screen }: ChargeView): string[] {
  const { words, layout, menu } = screen;
  if (menu) return [];
  const commands = [
    words.say("charge.checklist", { command: commandOf.checklist(checklist) }),
    words.say("charge.refund", { command: commandOf.refund(merchant.id) }),
  ];
  return commands.flatMap((text) => layout.paragraph(text, 0, 2));
}

function notEstablished(
  { descriptorsNotEstablished }: MerchantCharge,
  { screen: { words, layout } }: ChargeView,
): string[] {
  return descriptorsNotEstablished ? layout.paragraph(words.text(descriptorsNotEstablished)) : [];
}

/** The account of the phone and the bank are no sellers: what is known of them is where the money left from. */
function titleOf({ confidence, merchant }: ChargeCandidate, words: Words): string {
  return merchant.generalFor === null
    ? words.say(NAMED[confidence], { name: words.text(merchant.name) })
    : words.say(`charge.own-${merchant.generalFor}`);
}

/** Where to cancel comes first, then whom to ask, then what it may be: the last of them are left out first. */
function merchantBlocks(merchant: MerchantCharge, view: ChargeView): Block[] {
  const blocks = (key: string, ids: readonly string[], rank: number): Block[] =>
    groundsOf(ids, view.grounds).map((ground, index) => {
      const lines = groundLines(ground, view.screen);
      return {
        rank: rank + index,
        lines: index === 0 ? headed(view.screen, view.screen.words.say(key), lines) : lines,
        joined: index > 0,
      };
    });
  return [
    ...blocks("section.cancel", merchant.cancel, 2),
    ...blocks("section.support", merchant.support, 3),
    ...blocks("section.explains", merchant.explains, 6),
    { rank: 9, lines: notEstablished(merchant, view) },
  ];
}

const knownLines = ({ knownAs, screen: { words, layout } }: ChargeView): string[] =>
  knownAs.flatMap(({ label, party, message }) => {
    const sent = message === null ? "" : ` ${words.say("charge.send", { message })}`;
    return layout.paragraph(words.say("charge.known-as", { label: words.text(label), name: words.text(party) }) + sent);
  });

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

const LINK = /(?:https?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,}\/?[\w\-./#?=]*/i;

/** Where to cancel, alone on its line: the link that the first statement on it names. */
function linkLines({ cancel }: MerchantCharge, { grounds, screen: { words, layout, palette } }: ChargeView): string[] {
  const [first] = groundsOf(cancel.slice(0, 1), grounds);
  const [link] = first ? (LINK.exec(words.text(first.text)) ?? []) : [];
  return link === undefined ? [] : layout.paragraph(link.replace(/[.,]$/, "")).map((line) => palette.answer(line));
}

function candidateBlocks(main: ChargeCandidate, view: ChargeView): Block[] {
  const { screen, answer } = view;
  const { words, layout, palette } = screen;
  const say = (key: string, values: Record<string, string>) => layout.paragraph(words.say(key, values));
  const others = answer.candidates.slice(1).map(({ merchant }) => words.text(merchant.name));
  const head = [
    // A support line that the directory knows is the better answer to a short number.
    ...knownLines(view),
    ...layout.paragraph(titleOf(main, words)).map((line) => palette.answer(line)),
    ...layout.paragraph(words.text(main.merchant.purpose)),
    ...(main.remainder ? say("charge.bought", { what: main.remainder }) : []),
    ...(main.otherAccount ? say("charge.other-account", {}).map((line) => palette.doubt(line)) : []),
    ...(others.length > 0 ? say("charge.others", { names: others.join(", ") }) : []),
    ...grounded(main.means === null ? [] : [main.means], view),
  ];
  return [
    { rank: 0, lines: head },
    { rank: 0, lines: linkLines(main.merchant, view) },
    { rank: 4, lines: likelyLines(main, view) },
    ...merchantBlocks(main.merchant, view),
    { rank: 1, lines: nextLines(main.merchant, main.checklist, view) },
  ];
}

function pathBlocks(path: MerchantCharge, view: ChargeView): Block[] {
  const { words, layout } = view.screen;
  const about = [...layout.paragraph(words.text(path.purpose)), ...nextLines(path, path.checklist, view)];
  const heading = words.say("charge.path", { name: words.text(path.name) });
  return [{ rank: 1, lines: headed(view.screen, heading, about) }, ...merchantBlocks(path, view)];
}

/** The answer stands on the first line; what does not fit is left to `--full`. */
export function chargeText(view: ChargeView): string {
  const { answer, screen, rows } = view;
  const { words, layout } = screen;
  const [main] = answer.candidates;
  const needs = answer.needs.includes("account") ? layout.paragraph(words.say("charge.account")) : [];
  const first = main ? candidateBlocks(main, view) : [{ rank: 0, lines: openLines(view) }];
  return fitted(
    [
      ...first,
      { rank: 0, lines: needs },
      ...answer.paths.flatMap((path) => pathBlocks(path, view)),
      { rank: 5, lines: moreLines(rows, screen) },
    ],
    rows,
  );
}
