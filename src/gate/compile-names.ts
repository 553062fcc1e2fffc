/** What operators and sellers are called in a sentence: names and aliases as they stand, and the patterns of their files. */
import type { Names } from "../directory/types.js";
import type { AuthoredOperator } from "../schemas/parties.js";
import { phraseTable } from "../understanding/phrase.js";
import { normalise, tokens } from "../understanding/text.js";
import type { Text } from "../vocabulary/language.js";
import { OTHER_OPERATOR } from "../vocabulary/situation.js";
import type { AuthoredDirectory } from "./authored.js";

type Named = readonly [pattern: string, id: string];

/** Codes that people quote: short numbers to call or text and USSD; longer ones are full numbers. */
const LONGEST_CODE = 8;
const QUOTED = /^(0\d{2,}|[*#].+)$/;

/** A name as the words of a sentence. */
const wordsOf = (name: string): string => tokens(normalise(name)).join(" ");

/** @param except what is no name in a sentence, though it is one elsewhere. */
const namesOf = ({ name, aliases }: { name: Text; aliases: readonly string[] }, except: readonly string[]): string[] =>
  [name.ru, name.en, ...aliases].map(wordsOf).filter((words) => words !== "" && !except.includes(words));

const belonging = (patterns: readonly string[], id: string): Named[] =>
  [...new Set(patterns)].map((pattern) => [pattern, id]);

/** Codes to dial that one operator alone has. */
function ownCodes(operators: readonly AuthoredOperator[]): Record<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const { id, channels } of operators) {
    if (id === OTHER_OPERATOR) continue;
    for (const { kind, value } of channels) {
      if (!["voice", "sms", "ussd"].includes(kind) || value === null || value.includes("{")) continue;
      if (value.length > LONGEST_CODE || !QUOTED.test(value)) continue;
      owners.set(value, (owners.get(value) ?? new Set()).add(id));
    }
  }
  return Object.fromEntries([...owners].flatMap(([code, ids]) => (ids.size === 1 ? [[code, [...ids][0] ?? ""]] : [])));
}

export function compileNames({ parties, files }: AuthoredDirectory): Names {
  const operators = parties.flatMap(({ type, party }) => (type === "operator" ? [party as AuthoredOperator] : []));
  const listed = (list: "loose" | "misspelt"): Named[] =>
    operators.flatMap(({ id, sentences }) => belonging(sentences[list], id));
  const names = operators.flatMap(({ sentences, ...operator }) => {
    // "Another operator" is whichever the directory does not list, no name.
    const own = operator.id === OTHER_OPERATOR ? [] : namesOf(operator, [...sentences.loose, ...sentences.except]);
    return belonging([...own, ...sentences.names], operator.id);
  });
  const sellers = files.merchant.flatMap(({ content: { sentences, charge, ...merchant } }) =>
    charge.generalFor ? [] : belonging([...namesOf(merchant, []), ...sentences.names], merchant.id),
  );
  return {
    operators: { names: phraseTable(names), loose: phraseTable(listed("loose")), misspelt: listed("misspelt") },
    codes: ownCodes(operators),
    merchants: phraseTable(sellers),
  };
}
