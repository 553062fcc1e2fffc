/**
 * One answer for each line of a stream of numbers, in order. The answers to plainly written mobile numbers, which are most, differ only in
 * the digits: each company and region has its answer written once, with places left for them. Any other line is answered as `dozvon whose`
 * would.
 */
import { type AskedNumber, askNumber } from "../../answers/whose.js";
import type { RangeTable } from "../../directory/numbering-types.js";
import { isAbkhazian, MobileReader, mobileInText } from "../../numbering/mobile.js";
import { assignmentOf, FREE, findRange } from "../../numbering/ranges.js";
import { type Fault, faulty, numbersIn } from "../../numbering/spelling.js";
import { type Answered, type Asker, foreignAnswer, isFault, mobileAnswer } from "../../numbering/whose.js";
import { ChunkedOutput, type Sink } from "./chunked-output.js";

type Asked = AskedNumber & { answer: Answered };

/** How an answer is written: a line of text, or a JSON document. */
export interface LineWriter {
  /** The numbers of one line: nearly always one. */
  answer(asked: readonly Asked[]): string;
  fault(input: string, fault: Fault): string;
}

/** No number comes near this; the rest of such a line is read past, so that memory does not grow with the input. */
const LONGEST_LINE = 1024;

const [LINE_END, RETURN] = [10, 13];

/** Characters of the private use area: no answer holds one, and neither JSON nor a terminal cleaner changes them. */
const INPUT = "\ue000";
/** The nine digits after the first. */
const DIGITS = "\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009";
const DIGIT = /[\ue001-\ue009]/g;
const DISPLAY = `+7 9${DIGITS.slice(0, 2)} ${DIGITS.slice(2, 5)}-${DIGITS.slice(5, 7)}-${DIGITS.slice(7)}`;

/** No company and region of the register has this id. */
const ABKHAZIA = FREE - 1;
const ownerOf = (table: RangeTable, offset: number): number =>
  isAbkhazian(offset) ? ABKHAZIA : (table.owners[findRange(table, offset)] as number);
const ABKHAZIAN = {
  e164: `+7940${DIGITS.slice(2)}`,
  display: DISPLAY.replaceAll("-", " "),
  country: null,
  shared: null,
};

/** The answer of a company and region as it is written, in parts between which the line stands as it was given. */
const templateOf = (text: string) =>
  text.split(INPUT).map((part) => {
    const zeroed = part.replace(DIGIT, "0");
    // Pairs: where a digit goes, and which of the nine it is.
    const places = [...part.matchAll(DIGIT)].flatMap(({ 0: digit, index }) => [
      Buffer.byteLength(zeroed.slice(0, index)),
      DIGITS.indexOf(digit),
    ]);
    return { bytes: Buffer.from(zeroed), places: Uint32Array.from(places) };
  });
type Template = ReturnType<typeof templateOf>;

export class NumberLines {
  /** Whether some line was no number. */
  bad = false;
  private readonly output: ChunkedOutput;
  private readonly reader = new MobileReader();
  /** By company and region; at its full length from the start, since V8 keeps a list with gaps as a slow map. */
  private readonly templates: (Template | undefined)[] = new Array(FREE + 1).fill(undefined);
  /** Mobile numbers the directory knows by themselves: their answers are not those of their range. */
  private readonly known: ReadonlySet<number>;
  /** Whose answer comes up for the first time. Were it written in the loop over lines, V8 would compile it into the loop, and that several times. */
  private unwritten: number | null = null;
  /** A line that has not ended yet, and whether its beginning was already too long. */
  private rest = Buffer.alloc(0);
  private tooLong = false;

  constructor(
    private readonly asker: Asker,
    private readonly writer: LineWriter,
    sink: Sink,
  ) {
    this.output = new ChunkedOutput(sink);
    this.known = new Set(Object.keys(asker.directory.values()).map(mobileInText));
  }

  /** Answers every line that ends in this part of the stream. */
  async feed(part: Buffer): Promise<void> {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, part]) : part;
    const whole = bytes.lastIndexOf(LINE_END) + 1;
    let from = 0;
    while (from < whole) {
      from = this.plainLines(bytes, from, whole);
      if (this.unwritten !== null) this.writeTemplate(this.unwritten);
      else if (from < whole) from = await this.otherLine(bytes, from);
    }
    this.tooLong ||= bytes.length - whole > LONGEST_LINE;
    this.rest = Buffer.from(bytes.subarray(whole, whole + LONGEST_LINE));
    this.output.flush();
  }

  /** Answers lines as long as they are plain mobile numbers. @returns where the first one begins that is not. */
  private plainLines(bytes: Buffer, start: number, whole: number): number {
    const { reader, known, output, templates } = this;
    const { table } = this.asker;
    let from = start;
    while (from < whole && !this.tooLong) {
      const offset = reader.read(bytes, from);
      const { stopped: to, digits, count } = reader;
      const end = bytes[to] === RETURN ? to + 1 : to;
      if (offset < 0 || bytes[end] !== LINE_END || end - from > LONGEST_LINE || known.has(offset)) break;
      const owner = ownerOf(table, offset);
      const template = templates[owner];
      if (!template) {
        this.unwritten = owner;
        break;
      }
      for (let at = 0; at < template.length; at++) {
        const { bytes: written, places } = template[at] as Template[number];
        if (at > 0) output.few(bytes, from, to);
        output.filled(written, places, digits, count - 9);
      }
      from = end + 1;
    }
    return from;
  }

  private writeTemplate(owner: number): void {
    const answer =
      owner === ABKHAZIA
        ? foreignAnswer(ABKHAZIAN, this.asker)
        : mobileAnswer(DISPLAY, `+79${DIGITS}`, assignmentOf(this.asker.table, owner));
    this.templates[owner] = templateOf(this.writer.answer([{ input: INPUT, answer }]));
    this.unwritten = null;
  }

  /** @returns where the next line begins. */
  private async otherLine(bytes: Buffer, from: number): Promise<number> {
    const lineEnd = bytes.indexOf(LINE_END, from);
    const end = lineEnd > from && bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
    const long = this.tooLong || end - from > LONGEST_LINE;
    this.tooLong = false;
    const text = bytes.toString("utf8", from, Math.min(end, from + LONGEST_LINE));
    if (long) this.output.put(this.fault(text, faulty("line-too-long")));
    else if (text.trim() !== "") this.output.put(await this.numbers(text));
    return lineEnd + 1;
  }

  private fault(text: string, fault: Fault): string {
    this.bad = true;
    return this.writer.fault(text, fault);
  }

  private async numbers(text: string): Promise<string> {
    const asked: Asked[] = [];
    for (const input of numbersIn(text)) {
      const answer = await askNumber(input, this.asker);
      if (isFault(answer)) return this.fault(text, answer);
      asked.push({ input, answer });
    }
    return this.writer.answer(asked);
  }
}
