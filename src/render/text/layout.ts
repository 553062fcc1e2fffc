import { wrapAnsi } from "fast-wrap-ansi";

const NBSP = "\u00a0";

/** Widest a line of text gets, however wide the terminal: longer ones are hard to read. */
const READABLE = 100;

/** Spaces inside a number must not become line breaks: `8 800 550-05-00`, `+7 926 111-05-00`, `*144*номер#`. */
export const unbroken = (text: string): string =>
  text.replace(/(?<=[\d+#*)-]) (?=[\d(])/g, NBSP).replace(/(?<=\d) (?=[₽%])/g, NBSP);

/** A full number or a code, which nothing but its own signs goes on. */
const WHOLE =
  /(?:(?:\+7|8) ?\(?\d{3}\)?[ -]?\d{3}[ -]?\d\d[ -]?\d\d|\+\d{6,15}|[*#][\d*]+(?:\p{L}+)?[\d*]*#)(?![\d*#])/u;
/** A short number that is no year of this century, no amount and no term, nor an article or a number of a law. */
const SHORT =
  /(?<!(?:стать\p{L}{1,3}|ст\.|art\.|№|No\.)\s)(?:(?!20[0-4]\d(?!\d))\d{3,4}|0\d{1,6})(?![\d/*-]|[.,:]\d|\s?(?:₽|%|руб|тыс|млн|коп|мин|час|дн|ден|сут|год|лет|мес|[кмг]б|[mg]b|days?|hours?|min|years?|months?|rub))/u;
const DIALLED = new RegExp(`(?<![\\d.,:/+*#-])(?:${WHOLE.source}|${SHORT.source})`, "giu");

/** A command is typed as it stands: no line breaks in it, where it has room. */
const COMMAND = /\bdozvon(?: [a-z-]+)+$/g;
const whole = (text: string, room: number): string =>
  text.replace(COMMAND, (command) => (command.length > room ? command : command.replaceAll(" ", NBSP)));

/** "0500" read by a screen reader is five hundred: "0 5 0 0" is what has to be dialled. */
export const apart = (text: string, gap = " "): string =>
  text.replace(DIALLED, (value) => [...value.replace(/[\s()-]/g, "")].join(gap));

/** As a reader may copy it: the spaces are ordinary ones again. */
const restore = (line: string): string => line.replaceAll(NBSP, " ").trimEnd();

/** Below this width two columns leave too little room for the second. */
const COLUMNS_FIT = 60;
const GAP = 3;

/** @param spelled whether what is dialled stands digit by digit, for a screen reader. */
export function layoutOf(columns: number, spelled = false) {
  const width = Math.max(20, Math.min(columns, READABLE));
  /** Wraps to the width; lines after the first are indented by `hang` more. */
  const paragraph = (text: string, indent = 0, hang = 0): string[] => {
    const room = width - indent - hang;
    const lines = wrapAnsi(whole(unbroken(spelled ? apart(text, NBSP) : text), room), Math.max(10, room), {
      trim: true,
      hard: false,
    }).split("\n");
    return lines.map((line, index) => restore(" ".repeat(indent + (index === 0 ? 0 : hang)) + line));
  };
  return {
    paragraph,
    /** Two columns; on a narrow screen the second follows the first on its line. */
    rows(given: readonly (readonly [label: string, text: string])[]): string[] {
      const pairs = spelled ? given.map(([label, text]) => [apart(label), text] as const) : given;
      if (width < COLUMNS_FIT) return pairs.flatMap(([label, text]) => paragraph(`${label}: ${text}`, 0, 2));
      const second = Math.max(0, ...pairs.map(([label]) => label.length)) + GAP;
      return pairs.flatMap(([label, text]) => {
        const [first = "", ...rest] = paragraph(text, second);
        return [label.padEnd(second) + first.slice(second), ...rest];
      });
    },
  };
}

export type Layout = ReturnType<typeof layoutOf>;

/** A text to be pasted elsewhere: wrapped on a screen of known width, its lines left whole in a pipe. */
export function prose(lines: readonly string[], columns: number | null): string {
  if (columns === null) return `${lines.join("\n")}\n`;
  const layout = layoutOf(columns);
  return `${lines.flatMap((line) => layout.paragraph(line, 0, line.startsWith("- ") ? 2 : 0)).join("\n")}\n`;
}
