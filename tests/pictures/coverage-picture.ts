/**
 * The coverage as a picture: a row a topic, three cells an operator. Every cell has its letter, so that nothing is said by colour
 * alone. Drawn by hand: squares and letters in rows need no axes, and the libraries for charts bring a browser's document.
 */
import type { Directory, PartySummary, Topic } from "../../src/directory/types.js";
import type { Words } from "../../src/render/words.js";
import { type Cover, cover, SITUATIONS } from "./coverage.js";
import { spoken, type Theme } from "./languages.js";

const CELL = 15;
const ROW = 18;
const GAP = 7;
const LABEL = 232;
const TOP = 118;
const GROUP = SITUATIONS.length * CELL + GAP;

const COVERS = ["official", "corroborated", "reported", "unproven", "none"] as const;
type Drawn = (typeof COVERS)[number];

const TEXTS = {
  en: {
    title: "What answers first, and how well it is known",
    letters: { official: "O", corroborated: "C", reported: "R", unproven: "?", none: "–" },
    legend: {
      official: "the operator or a state body says so",
      corroborated: "independent sources agree",
      reported: "one source, or none that can be named",
      unproven: "something, but no source proves it from there",
      none: "nothing: no such service, or no source",
    },
    columns: "1 at home, own SIM   2 at home, another operator's SIM   3 abroad, own SIM",
    any: "any operator",
  },
  ru: {
    title: "Что ответит первым и насколько это известно",
    letters: { official: "О", corroborated: "С", reported: "Н", unproven: "?", none: "–" },
    legend: {
      official: "говорит сам оператор или госорган",
      corroborated: "сходится в независимых источниках",
      reported: "не подтверждено: источник один или назвать его нельзя",
      unproven: "способ есть, но что он ответит оттуда, не доказано",
      none: "ничего: такой услуги нет или нет источника",
    },
    columns: "1 дома, своя SIM   2 дома, SIM другого оператора   3 за границей, своя SIM",
    any: "любой оператор",
  },
} as const;

const PALETTES = {
  light: {
    text: "#1f2328",
    quiet: "#59636e",
    line: "#d1d9e0",
    ground: "#ffffff",
    fill: { official: "#116329", corroborated: "#0969da", reported: "#f0c674", unproven: "#eaeef2", none: "#ffffff" },
    ink: { official: "#ffffff", corroborated: "#ffffff", reported: "#3d2a00", unproven: "#59636e", none: "#59636e" },
  },
  dark: {
    text: "#e6edf3",
    quiet: "#9198a1",
    line: "#3d444d",
    ground: "#0d1117",
    fill: { official: "#3fb950", corroborated: "#4493f8", reported: "#9e6a03", unproven: "#2a313c", none: "#0d1117" },
    ink: { official: "#04210c", corroborated: "#031a3a", reported: "#ffffff", unproven: "#9198a1", none: "#9198a1" },
  },
} as const;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

interface Cell {
  x: number;
  y: number;
  cover: Cover;
}

const isDrawn = (cover: Cover): cover is Drawn => cover !== "absent";

/** One path and one run of letters a cover: a thousand elements of their own would weigh ten times as much. */
function squares(cells: readonly Cell[], letters: Readonly<Record<Drawn, string>>): string {
  return COVERS.map((kind) => {
    const same = cells.filter(({ cover }) => cover === kind);
    const path = same.map(({ x, y }) => `M${x} ${y}h${CELL - 2}v${ROW - 3}h${2 - CELL}z`).join("");
    const rows = byRow(same);
    const texts = rows.map(
      ([y, row]) =>
        `<text x="${row.map(({ x }) => x + (CELL - 2) / 2).join(" ")}" y="${y + 11}">${letters[kind].repeat(row.length)}</text>`,
    );
    return `<path class="${kind}" d="${path}"/>\n<g class="ink ${kind}-ink">${texts.join("")}</g>`;
  }).join("\n");
}

function byRow(cells: readonly Cell[]): [number, Cell[]][] {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) rows.set(cell.y, [...(rows.get(cell.y) ?? []), cell]);
  return [...rows];
}

function style(theme: Theme): string {
  const { text, quiet, line, fill, ink } = PALETTES[theme];
  const kinds = COVERS.map(
    (kind) =>
      `.${kind}{fill:${fill[kind]};stroke:${kind === "none" ? line : fill[kind]}}.${kind}-ink{fill:${ink[kind]}}`,
  );
  return `text{font:12px -apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;fill:${text}}.title{font-size:15px;font-weight:600}.quiet{fill:${quiet};font-size:11px}.digits{fill:${quiet};font-size:9px;text-anchor:middle}.ink text{font-size:9.5px;font-weight:600;text-anchor:middle;fill:inherit}.rule{stroke:${line}}${kinds.join("")}`;
}

function legend(words: Words, y: number): string {
  const { letters, legend: said } = TEXTS[words.language];
  return COVERS.map((kind, index) => {
    const at = y + index * 20;
    return `<path class="${kind}" d="M${LABEL} ${at}h${CELL - 2}v${ROW - 3}h${2 - CELL}z"/><g class="ink ${kind}-ink"><text x="${LABEL + (CELL - 2) / 2}" y="${at + 11}">${letters[kind]}</text></g><text x="${LABEL + 22}" y="${at + 12}">${escaped(said[kind])}</text>`;
  }).join("\n");
}

interface Column {
  operator: PartySummary | null;
  x: number;
}

function heads(columns: readonly Column[], top: number, words: Words): string {
  return columns
    .map(({ operator, x }) => {
      const name = operator
        ? `<text transform="translate(${x + 22} ${top - 20}) rotate(-40)">${escaped(words.text(operator.name))}</text>`
        : `<text x="${x}" y="${top - 20}">${TEXTS[words.language].any}</text>`;
      const digits = SITUATIONS.map((_, index) => `${x + index * CELL + (CELL - 2) / 2}`).join(" ");
      return `${name}<text class="digits" x="${digits}" y="${top - 6}">123</text>`;
    })
    .join("\n");
}

const rowLabels = (topics: readonly Topic[], top: number, words: Words): string =>
  topics
    .map((topic, row) => `<text x="0" y="${top + row * ROW + 12}">${escaped(words.text(topic.label))}</text>`)
    .join("\n");

const cellsOf = (directory: Directory, topics: readonly Topic[], columns: readonly Column[], top: number): Cell[] =>
  topics.flatMap((topic, row) =>
    columns.flatMap(({ operator, x }) =>
      SITUATIONS.map((asked, index) => ({
        x: x + index * CELL,
        y: top + row * ROW,
        cover: cover(directory, topic, operator, asked),
      })),
    ),
  );

/** Draws the whole of a directory in a language, for each theme. */
export function coveragePicture(directory: Directory, language: Words["language"]): (theme: Theme) => string {
  const words = spoken(language);
  const text = TEXTS[language];
  const own = directory.topics.filter((topic) => topic.operatorNeeded);
  const common = directory.topics.filter((topic) => !topic.operatorNeeded);
  const columns = directory.parties
    .filter(({ type }) => type === "operator")
    .map((operator, index) => ({ operator, x: LABEL + index * GROUP }));
  const lower = TOP + own.length * ROW + 62;
  const single = [{ operator: null, x: LABEL }];
  const cells = [...cellsOf(directory, own, columns, TOP), ...cellsOf(directory, common, single, lower)];
  const width = LABEL + columns.length * GROUP + 44;
  const height = lower + common.length * ROW + 8;
  const body = [
    `<text class="title" x="0" y="18">${escaped(text.title)}</text>`,
    `<text class="quiet" x="0" y="37" xml:space="preserve">${escaped(text.columns)}</text>`,
    heads(columns, TOP, words),
    rowLabels(own, TOP, words),
    heads(single, lower, words),
    rowLabels(common, lower, words),
    squares(
      cells.filter(({ cover }) => isDrawn(cover)),
      text.letters,
    ),
    `<g transform="translate(${GROUP * 2} 0)">${legend(words, lower)}</g>`,
  ].join("\n");
  return (theme) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -6 ${width + 24} ${height + 12}" width="${width + 24}" height="${height + 12}" role="img"><title>${escaped(text.title)}</title>
<style>${style(theme)}</style>
${body}
</svg>
`;
}
