import type { AnsweredCharge } from "../../answers/charge.js";
import type { ChargeCandidate } from "../../charges/charge.js";
import type { MerchantCharge } from "../../directory/types.js";
import { groundsOf } from "../../terms/deadlines.js";
import { shown } from "../channel/text.js";
import { groundLines } from "../ground/text.js";
import type { Block, Line } from "../text/blocks.js";
import { answer, doubt, fitted, headed, indented, item, moreLines, titled } from "../text/blocks.js";
import type { Screen } from "../text/screen.js";
import type { Words } from "../words.js";
import { commandOf } from "./json.js";

/** What a charge answer is shown with. */
export interface ChargeView extends AnsweredCharge {
  screen: Screen;
  /** How many lines there are to fill. */
  rows: number;
}

const grounded = (ids: readonly string[], { grounds, screen }: ChargeView): Line[] =>
  groundsOf(ids, grounds).flatMap((ground) => groundLines(ground, screen.words));

/** Whether such a charge is to be expected on a Russian card today, which changes all that follows, and what else it may be. */
function likelyBlocks({ likely }: ChargeCandidate, view: ChargeView): Block[] {
  const { words } = view.screen;
  if (!likely) return [];
  const why = likely.text ? [indented(words.text(likely.text))] : grounded([likely.ground ?? ""], view);
  const checks = likely.check.map((text) => item(words.text(text)));
  return [
    { rank: 0, lines: [doubt(words.say(`charge.${likely.verdict}`)), ...why] },
    titled(4, words.say("section.check"), checks, true),
  ];
}

function nextLines(merchant: MerchantCharge, checklist: string, { screen: { words, menu } }: ChargeView): Line[] {
  if (menu) return [];
  const commands = [
    words.say("charge.checklist", { command: commandOf.checklist(checklist) }),
    words.say("charge.refund", { command: commandOf.refund(merchant.id) }),
  ];
  return commands.map((text) => indented(text, 0, 2));
}

/** The account of the phone and the bank are no sellers: what is known of them is where the money left from. */
function titleOf({ confidence, merchant }: ChargeCandidate, words: Words): string {
  return merchant.generalFor === null
    ? words.say(`charge.named.${confidence}`, { name: words.text(merchant.name) })
    : words.say(`charge.own-${merchant.generalFor}`);
}

/** Where to cancel comes first, then whom to ask, then what it may be: the last of them are left out first. */
function merchantBlocks(merchant: MerchantCharge, { grounds, screen: { words } }: ChargeView, after = 0): Block[] {
  const blocks = (key: string, ids: readonly string[], rank: number): Block[] =>
    groundsOf(ids, grounds).map((ground, index) => {
      const lines = groundLines(ground, words);
      return {
        rank: after + rank + index,
        lines: index === 0 ? headed(words.say(key), lines) : lines,
        joined: index > 0,
      };
    });
  const { cancel, support, explains, descriptorsNotEstablished: none } = merchant;
  return [
    ...blocks("section.cancel", cancel, 2),
    ...blocks("section.support", support, 3),
    ...blocks("section.explains", explains, 6),
    { rank: 9, lines: none ? [words.text(none)] : [] },
  ];
}

const knownLines = ({ knownAs, screen: { words } }: ChargeView): Line[] =>
  knownAs.map(({ label, party, message, instead }) => {
    const known = { label: words.text(label), name: words.text(party) };
    const sent = message === null ? "" : ` ${words.say("charge.send", { message })}`;
    if (instead === null) return words.say("charge.known-as", known) + sent;
    const others = instead.map((channel) => shown({ channel }, words)).join(words.say("list.or"));
    return words.say("charge.disputed", { ...known, instead: others });
  });

/** What stands first where no seller and no account is recognised. */
function openLines(view: ChargeView): Line[] {
  const { answer: found, knownAs, screen } = view;
  const first = found.account === null ? "charge.path-first" : (`charge.path-first-${found.account}` as const);
  const unknown = found.account === "mobile" ? "charge.unknown-mobile" : "charge.unknown";
  const key = found.descriptor === null ? first : unknown;
  const known = knownAs.length > 0 ? "charge.known-only" : key;
  // The first says whose it is; help is listed by every way to reach it.
  const named = knownLines(found.free ? { ...view, knownAs: knownAs.slice(0, 1) } : view);
  return [...named, answer(screen.words.say(found.free ? "charge.free" : known))];
}

const LINK = /(?:https?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,}\/?[\w\-./#?=]*/i;

/** Where to cancel, alone on its line: the link that the first statement on it names. */
function linkLines({ cancel }: MerchantCharge, { grounds, screen: { words } }: ChargeView): Line[] {
  const [first] = groundsOf(cancel.slice(0, 1), grounds);
  const [link] = first ? (LINK.exec(words.text(first.text)) ?? []) : [];
  return link === undefined ? [] : [answer(link.replace(/[.,]$/, ""))];
}

function candidateBlocks(main: ChargeCandidate, view: ChargeView): Block[] {
  const { words } = view.screen;
  const { merchant, remainder, otherAccount, means, checklist } = main;
  const others = view.answer.candidates.slice(1).map((one) => words.text(one.merchant.name));
  const byCard = merchant.generalFor === null && merchant.accounts.includes("card") && view.answer.account !== "mobile";
  const head = [
    // A support line that the directory knows is the better answer to a short number.
    ...knownLines(view),
    answer(titleOf(main, words)),
    words.text(merchant.purpose),
    ...(remainder ? [words.say("charge.bought", { what: remainder })] : []),
    ...(otherAccount ? [doubt(words.say("charge.other-account"))] : []),
    ...(others.length > 0 ? [words.say("charge.others", { names: others.join(", ") })] : []),
    ...grounded([means ?? ""], view),
  ];
  return [
    { rank: 0, lines: head },
    { rank: 0, lines: linkLines(merchant, view) },
    ...likelyBlocks(main, view),
    ...merchantBlocks(merchant, view),
    // The time to tell the bank is the shortest of all (161-FZ art. 9 p. 11), whoever the seller is.
    { rank: 1, lines: byCard ? [words.say("charge.not-you")] : [] },
    { rank: 1, lines: nextLines(merchant, checklist, view) },
  ];
}

function pathBlocks(path: MerchantCharge, view: ChargeView): Block[] {
  const { words } = view.screen;
  const about = [words.text(path.purpose), ...nextLines(path, path.checklist, view)];
  const named = path.generalFor === "card" && view.answer.descriptor !== null;
  const title = words.say(named ? "charge.path-named" : "charge.path", { name: words.text(path.name) });
  // Beside a seller that may be meant they come after where to cancel there.
  const after = view.answer.candidates.length > 0 ? 3 : 0;
  return [{ rank: after + 1, lines: headed(title, about) }, ...merchantBlocks(path, view, after)];
}

/** The answer stands on the first line; what does not fit is left to `--full`. */
export function chargeText(view: ChargeView): string {
  const { screen, rows } = view;
  const { candidates, needs, paths } = view.answer;
  const [main] = candidates;
  const blocks: Block[] = [
    ...(main ? candidateBlocks(main, view) : [{ rank: 0, lines: openLines(view) }]),
    { rank: 0, lines: needs.includes("account") ? [screen.words.say("charge.account")] : [] },
    ...paths.flatMap((path) => pathBlocks(path, view)),
    { rank: 5, lines: moreLines(rows, screen) },
  ];
  return fitted(blocks, rows, screen);
}
