/** Lines of a batch, drawn from what the directory and our own examples hold. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "../register/register-file.js";

const EXAMPLES = "data/understanding/examples";

interface Index {
  parties: readonly { id: string; type: string }[];
  topics: readonly { id: string }[];
}

const drawn = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)] as T;

export function factLines(count: number): string[] {
  const { parties, topics } = JSON.parse(readFileSync("dist/directory/index.json", "utf8")) as Index;
  const operators = parties.filter(({ type }) => type === "operator").map(({ id }) => id);
  const next = random(4);
  return Array.from({ length: count }, (_, ref) =>
    JSON.stringify({
      ref,
      operator: drawn(operators, next),
      subscriber: drawn(["personal", "corporate"], next),
      roaming: drawn(["home", "russia", "abroad"], next),
      from: drawn(["own", "foreign", "internet"], next),
      topic: drawn(topics, next).id,
    }),
  );
}

export function sentenceLines(count: number): string[] {
  const texts = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => readFileSync(join(EXAMPLES, name), "utf8").split("\n"))
    .filter((text) => text !== "" && !text.startsWith("#"));
  const next = random(5);
  return Array.from({ length: count }, (_, ref) => JSON.stringify({ ref, text: drawn(texts, next) }));
}
