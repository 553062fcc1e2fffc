/** data/checklists as it is written, read without the program's own code. */
import { readdirSync, readFileSync } from "node:fs";

export interface Both {
  ru: string;
  en: string;
}

interface Leads {
  goTo?: { step?: string; checklist?: string; end?: true };
}

export interface AuthoredStep {
  id: string;
  urgent?: true;
  title: Both;
  text: Both;
  route?: { topic: string; party?: string }[];
  keep?: Both;
  deadlines?: string[];
  goOn: Both;
  branches?: (Leads & { id: string; label: Both })[];
  onFail: Leads & { text: Both };
  grounds: (string | { id: string; operator: string })[];
}

export interface AuthoredChecklist {
  id: string;
  title: Both;
  when: Both;
  topics: string[];
  steps: AuthoredStep[];
}

const FOLDER = "data/checklists";

export const CHECKLISTS = readdirSync(FOLDER).map(
  (name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as AuthoredChecklist,
);

export const idOf = (ground: AuthoredStep["grounds"][number]): string =>
  typeof ground === "string" ? ground : ground.id;

/** Every text of a checklist, in both languages. */
export function textsOf({ title, when, steps }: AuthoredChecklist): string[] {
  const all = steps.flatMap((step) => [
    step.title,
    step.text,
    step.goOn,
    step.onFail.text,
    ...(step.keep ? [step.keep] : []),
    ...(step.branches ?? []).map(({ label }) => label),
  ]);
  return [title, when, ...all].flatMap(({ ru, en }) => [ru, en]);
}
