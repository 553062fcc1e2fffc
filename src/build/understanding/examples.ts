/** The examples topics are learnt from: data/understanding/examples/<topic>.txt, one a line. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Example {
  text: string;
  label: string;
}

export const linesOf = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("# "));

/**
 * A line such as `[my|the] house is on fire` stands for its variants: enough that each alternative of each choice is met, in another
 * company each time round, and always the same.
 */
const LEAST_VARIANTS = 8;

function variantsOf(line: string): string[] {
  const parts = line.split(/\[([^\]]*)\]/).map((part, index) => (index % 2 === 0 ? [part] : part.split("|")));
  const lengths = parts.map(({ length }) => length);
  const total = lengths.reduce((product, length) => product * length, 1);
  const variants = Math.min(total, Math.max(LEAST_VARIANTS, ...lengths));
  return Array.from({ length: variants }, (_, variant) => {
    const text = parts.map(
      (choice, at) => choice[(variant + Math.floor(variant / choice.length) * at) % choice.length],
    );
    return text.join("").replace(/ +/g, " ").trim();
  });
}

/** Every second example of a topic is learnt with a filler as well, so that what people say around the point tells nothing of it. */
function* filled(examples: readonly Example[], fillers: readonly string[]): Generator<Example> {
  for (const [index, { text, label }] of examples.entries()) {
    if (index % 2 === 1) continue;
    const filler = fillers.filter((one) => isRussian(one) === isRussian(text));
    const [first = "", second = ""] = [filler[index % filler.length], filler[(index * 7 + 3) % filler.length]];
    const turn = (index >> 1) % 3;
    yield {
      label,
      text: turn === 0 ? `${first} ${text}` : turn === 1 ? `${text}. ${first}` : `${first} ${text}. ${second}`,
    };
  }
}

const isRussian = (text: string): boolean => /[а-яё]/i.test(text);

export function readExamples(data: string): Example[] {
  const folder = join(data, "understanding", "examples");
  const fillers = linesOf(join(data, "understanding", "fillers.txt"));
  const topics = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => {
      const label = name.slice(0, -".txt".length);
      return linesOf(join(folder, name))
        .flatMap(variantsOf)
        .map((text) => ({ text, label }));
    });
  return [...topics.flat(), ...topics.flatMap((examples) => [...filled(examples, fillers)])];
}
