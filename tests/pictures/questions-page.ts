/** A page on what is asked and when: the interviews as a graph that GitHub draws, and a table by topic. */
import type { Directory, Topic } from "../../src/directory/types.js";
import type { Language } from "../../src/vocabulary/language.js";
import type { OpenFact } from "../../src/vocabulary/situation.js";
import { OPEN_FACTS } from "../../src/vocabulary/situation.js";
import { type Asked, interviews } from "./interviews.js";
import { spoken } from "./languages.js";

const TEXTS = {
  en: {
    title: "The questions, and when they are asked",
    intro: (count: number, mean: string, most: number) =>
      `dozvon asks only what can change the answer. The ${count} possible interviews take ${mean} questions on average and ${most} at most. A number on an arrow says in how many of a hundred interviews it is taken.`,
    start: "What happened?",
    end: "The answer",
    topic: "topic",
    byTopic: "By topic",
    marks: "● always asked · ○ asked where it can matter · blank: never asked",
    written: "`npm run pictures` writes this page from the directory; a test holds it to what the program asks.",
  },
  ru: {
    title: "Какие вопросы и когда задаются",
    intro: (count: number, mean: string, most: number) =>
      `dozvon спрашивает только то, от чего зависит ответ. Всего возможно опросов: ${count}. Вопросов в них в среднем ${mean}, самое большее ${most}. Число у стрелки — в скольких опросах из ста по ней проходят.`,
    start: "Что случилось?",
    end: "Ответ",
    topic: "тема",
    byTopic: "По темам",
    marks: "● спрашивают всегда · ○ спрашивают, когда это важно · пусто: не спрашивают никогда",
    written: "Страницу пишет `npm run pictures` по справочнику; тест сверяет её с тем, что спрашивает программа.",
  },
} as const;

/** Below this share an arrow says nothing but would be drawn. */
const RARE = 0.005;

function arrows(all: readonly Asked[]): string[] {
  const counts = new Map<string, number>();
  for (const asked of all) {
    const path = ["start", ...asked, "done"];
    for (const [index, from] of path.slice(0, -1).entries()) {
      const arrow = `${from} ${path[index + 1]}`;
      counts.set(arrow, (counts.get(arrow) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count / all.length >= RARE)
    .sort(([a, many], [b, few]) => few - many || a.localeCompare(b))
    .map(([arrow, count]) => {
      const [from, to] = arrow.split(" ");
      return `  ${from} -->|${Math.round((100 * count) / all.length)}| ${to}`;
    });
}

function mark(fact: OpenFact, asked: readonly Asked[]): string {
  const times = asked.filter((one) => one.includes(fact)).length;
  if (times === 0) return "";
  return times === asked.length ? "●" : "○";
}

export function questionsPages(directory: Directory): (language: Language) => string {
  const byTopic = directory.topics.map((topic: Topic) => ({ topic, asked: interviews(directory, topic) }));
  const all = byTopic.flatMap(({ asked }) => asked);
  const mean = all.reduce((sum, asked) => sum + asked.length, 0) / all.length;
  const most = Math.max(...all.map((asked) => asked.length));
  return (language) => {
    const words = spoken(language);
    const text = TEXTS[language];
    const said = mean.toLocaleString(language, { maximumFractionDigits: 1 });
    const nodes = OPEN_FACTS.map((fact) => `  ${fact}["${words.say(`ask.${fact}`)}"]`);
    const rows = byTopic.map(
      ({ topic, asked }) =>
        `| ${words.text(topic.label)} | ${OPEN_FACTS.map((fact) => mark(fact, asked)).join(" | ")} |`,
    );
    return `# ${text.title}

${text.intro(all.length, said, most)}

\`\`\`mermaid
flowchart TD
  start(["${text.start}"])
${nodes.join("\n")}
  done(["${text.end}"])
${arrows(all).join("\n")}
\`\`\`

## ${text.byTopic}

${text.marks}

| ${text.topic} | ${OPEN_FACTS.map((fact) => words.say(`fact.${fact}`)).join(" | ")} |
| --- | ${OPEN_FACTS.map(() => ":-:").join(" | ")} |
${rows.join("\n")}

${text.written}
`;
  };
}
