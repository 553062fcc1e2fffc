/** Questions answered in a person's own words, beside the lists to pick from. */

export interface OpenQuestion {
  message: string;
  /** One line under the question: what to write and how. */
  hint: string;
  /** Taken when the line is left empty, shown beside the question. */
  preset: string | null;
  /** What is wrong with an answer; null for a good one. */
  check(text: string): string | null;
}

export type Written = { kind: "text"; value: string } | { kind: "back" };

export interface Writer {
  /** An empty line is an answer too. @throws Interrupted when the person pressed Ctrl-C or closed the input. */
  write(question: OpenQuestion): Promise<Written>;
}
