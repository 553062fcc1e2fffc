/** The one door to the keyboard: real terminals, plain lines and tests stand behind the same port. */

export interface Choice {
  value: string;
  name: string;
  /** Further words a search should find it by; not shown. */
  keywords?: string;
}

export interface Question {
  message: string;
  /** One line on why this is asked, shown on `?`. */
  why?: string;
  choices: readonly Choice[];
  /** Typing narrows the list. */
  searchable: boolean;
  /** Whether what matches no choice is an answer too: a sentence in the person's own words. */
  sentences?: boolean;
  /** Whether there is an earlier question to go back to. */
  back: boolean;
  /** Lines printed just before that should stay on the screen, so the list has to be short. */
  keepInSight?: number;
}

/** `sentence` comes only where the question takes sentences. */
export type Reply = { kind: "choice"; value: string } | { kind: "back" } | { kind: "sentence"; text: string };

export interface Prompter {
  /** @throws Interrupted when the person pressed Ctrl-C or closed the input. */
  ask(question: Question): Promise<Reply>;
  /** A remark between questions. */
  say(text: string): void;
}

export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** One word is searched for among the choices; what is said takes two. */
export const isSentence = (typed: string, { sentences }: Question): boolean =>
  sentences === true && typed.trim().includes(" ") && /\p{L}/u.test(typed);

const foldText = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");

/** Choices in which every typed word occurs; all of them while nothing is typed. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  return choices.filter(({ name, keywords = "" }) => {
    const text = foldText(`${name} ${keywords}`);
    return words.every((word) => text.includes(word));
  });
}
