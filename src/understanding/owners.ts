/** Whose SIM each operator named is, and whose is in trouble: "у друга теле2, сам на мегафоне", "my son's MTS is lost, I use Yota". */
import type { SituationList } from "./dictionaries.js";
import type { Lists } from "./negation.js";
import type { OperatorMention } from "./operators.js";
import type { Span } from "./phrase.js";

type Owner = "self" | "other";

interface Mark extends Span {
  owner: Owner;
  /** Said of a phone at hand, whosever it is. */
  held: boolean;
  clause: number | undefined;
}

/** The words of a text, and the clause of each. */
export interface Clauses {
  tokens: readonly string[];
  clauses: readonly number[];
}

/** Words that say whose a thing is, in the order of the text. */
function marksIn({ tokens, clauses }: Clauses, lists: Lists): Mark[] {
  const find = (list: SituationList): Span[] => lists(list).find(tokens);
  const people = find("others");
  const again = find("othersAgain").filter(({ start }) => people.some((one) => one.start < start));
  // "Моей жены", "my husband": the wife's and the husband's.
  const self = find("self").filter(({ end }) => !people.some(({ start }) => start === end));
  const marked = (spans: readonly Span[], owner: Owner, held: boolean): Mark[] =>
    spans.map(({ start, end }) => ({ start, end, owner, held, clause: clauses[start] }));
  return [
    ...marked(self, "self", false),
    ...marked([...people, ...again], "other", false),
    ...marked(find("inHand"), "other", true),
  ].sort((a, b) => a.end - b.end || b.start - a.start);
}

const IT = ["it", "его", "ее", "он"];
const VERBS = ["на", "с", "is", "has", "uses"];

/** The nearest owner named before it in the clause, else after it, else in the clause before. */
function ownerOf({ start, end }: Span, marks: readonly Mark[], { tokens, clauses }: Clauses): Mark | undefined {
  const clause = clauses[start] ?? 0;
  const here = marks.filter((mark) => mark.clause === clause);
  // "Мтс мужа" is his; "мтс, муж на билайне" begins anew.
  const his = here.find((one) => one.start === end && one.owner === "other" && !VERBS.includes(tokens[one.end] ?? ""));
  const near = here.findLast((one) => one.end <= start) ?? here.find((one) => one.start >= end);
  return his ? { ...his, held: near?.held === true } : (near ?? marks.findLast((mark) => mark.clause === clause - 1));
}

/** Who is in trouble: whoever lost something or had it taken; the one who writes unless somebody else is named. */
function victim(marks: readonly Mark[], { tokens, clauses }: Clauses, lists: Lists): Owner {
  const whose = (list: SituationList): Owner | undefined => {
    for (const { start, end } of lists(list).find(tokens)) {
      const here = marks.filter(({ held, clause }) => !held && clause === clauses[start]);
      const after = here.find((one) => one.start >= end);
      const it = tokens.some((word, at) => IT.includes(word) && clauses[at] === clauses[start]);
      const spokenOf = it ? marks.findLast(({ clause }) => clause === (clauses[start] ?? 0) - 1) : undefined;
      const mark = here.findLast((one) => one.end <= start) ?? after ?? spokenOf;
      if (mark) return mark.owner;
    }
    return undefined;
  };
  return whose("losing") ?? whose("stolen") ?? whose("trouble") ?? whose("asking") ?? "self";
}

/** Which of the operators named are the victim's, and the one whose line is at hand. */
export interface Parts {
  asked: readonly OperatorMention[];
  line: string | null;
}

const WITH = ["с", "со", "from"];
export const DEVICE = /^(сим|номер|телефон|трубк|мобильн|sim|phone|number)/;

/** "Звоню с маминой йоты", "с симки билайна", "с номера мтс": the line, not the operator asked about. */
function isCalledFrom(tokens: readonly string[], { start }: Span): boolean {
  const near = tokens.slice(Math.max(0, start - 4), start).reverse();
  const at = near.findIndex((token) => WITH.includes(token));
  return at === 0 || at === 1 || (at >= 2 && near.slice(0, at).some((token) => DEVICE.test(token)));
}

export const LOST = "lost-phone-or-sim";
/** The own line is of no use: somebody else's is what is left to call with. */
const DEAD = [LOST, "no-service"];

export function partsOf(
  mentions: readonly OperatorMention[],
  text: Clauses,
  lists: Lists,
  topic: string | undefined,
): Parts {
  const several = new Set(mentions.map(({ operator }) => operator)).size > 1;
  const calling = several && lists("calling").some(text.tokens);
  const calls = calling ? mentions.find((mention) => isCalledFrom(text.tokens, mention)) : undefined;
  const marks = marksIn(text, lists);
  const owned = mentions.map((mention) => {
    const nearest = ownerOf(mention, marks, text);
    // "Звоню с симки билайна в поддержку мтс": one phone is at hand.
    const isSecond = nearest?.held && mentions.some((one) => one.start >= nearest.end && one.end <= mention.start);
    const mark = isSecond ? undefined : nearest;
    const near = mark !== undefined && mark.end <= mention.start && mark.clause === text.clauses[mention.start];
    return { mention, owner: mark?.owner, near, held: mention === calls || mark?.held === true };
  });
  if (!owned.some(({ owner, held }) => held || owner === "other")) return { asked: mentions, line: null };
  const suffers = victim(marks, text, lists);
  const own = owned.filter(({ owner, held }) => owner === suffers && !held);
  const nobodys = owned.filter(({ owner, held }) => owner === undefined && !held);
  // With a phone gone the only operator named is that of the phone at hand, where that is said of it in so many words.
  const atHand = topic === LOST && owned.every(({ near }) => near);
  const theirs = [own, nobodys, atHand ? [] : owned].find(({ length }) => length > 0) ?? [];
  const rest = owned.filter(({ mention }) => !theirs.some((one) => one.mention.operator === mention.operator));
  const dead = DEAD.includes(topic ?? "") || suffers === "other";
  const line = rest.find(({ held }) => held) ?? (dead ? rest[0] : undefined);
  return { asked: theirs.map(({ mention }) => mention), line: line?.mention.operator ?? null };
}
