/**
 * One answer for each line of a stream of numbers, in order. Plainly written mobile numbers, which are most, go from bytes to bytes: their
 * answers differ only in the digits, so each company and region has its answer written once, with places left for them. Any other line
 * is answered as `dozvon whose` would.
 */
import { MobileReader } from "../../numbering/mobile.js";
import { assignmentOf, FIRST_MOBILE, findRange } from "../../numbering/ranges.js";
import { type Fault, faulty } from "../../numbering/spelling.js";
import { type Answered, type Asker, mobileAnswer, NEEDS_FOREIGN, whose } from "../../numbering/whose.js";
import { BytesOutput, type Fixed, fixed, type Sink } from "./bytes-output.js";

/** How an answer is written: a line of text, or a JSON document. */
export interface LineWriter {
  answer(input: string, answer: Answered): string;
  fault(input: string, fault: Fault): string;
}

/** No number comes near this; the rest of such a line is read past, so that memory does not grow with the input. */
const LONGEST_LINE = 1024;

const [LINE_END, RETURN] = [10, 13];

/** Characters of the private use area: no answer holds one, and neither JSON nor a terminal cleaner changes them. */
const PLACES = ["\ue000", "\ue001", "\ue002"] as const;
const [INPUT, DISPLAY, E164] = PLACES;

type Place = (typeof PLACES)[number];
type Template = readonly (Fixed | Place)[];

function templateOf(text: string): Template {
  const parts = text.split(/([\ue000-\ue002])/).filter((part) => part !== "");
  return parts.map((part) => PLACES.find((place) => place === part) ?? fixed(part));
}

export class NumberLines {
  /** Whether some line was no number. */
  bad = false;
  private readonly output: BytesOutput;
  private readonly reader = new MobileReader();
  /** By range; ranges of one company and region share theirs. */
  private readonly templates: (Template | undefined)[];
  private readonly byOwner = new Map<number, Template>();
  /** Numbers the directory knows by themselves, whose answers are not those of their range; and the ranges that hold any. */
  private readonly known: ReadonlySet<number>;
  private readonly special: Uint8Array;
  /** A line that has not ended yet, and whether its beginning was already too long. */
  private rest = Buffer.alloc(0);
  private tooLong = false;

  constructor(
    private readonly asker: Asker,
    private readonly writer: LineWriter,
    private readonly learnForeign: () => Promise<void>,
    sink: Sink,
  ) {
    this.output = new BytesOutput(sink);
    const { starts } = asker.table;
    const mobiles = Object.keys(asker.values()).filter((key) => /^\+79\d{9}$/.test(key));
    this.known = new Set(mobiles.map((key) => Number(key.slice(2)) - FIRST_MOBILE));
    this.templates = new Array(starts.length).fill(undefined);
    this.special = new Uint8Array(starts.length);
    for (const offset of this.known) this.special[findRange(asker.table, offset)] = 1;
  }

  /** Answers every line that ends in this part of the stream. */
  async feed(part: Buffer): Promise<void> {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, part]) : part;
    let from = 0;
    for (;;) {
      from = this.mobileLines(bytes, from);
      const end = bytes.indexOf(LINE_END, from);
      if (end < 0) break;
      await this.otherLine(bytes, from, end);
      from = end + 1;
    }
    const left = bytes.length - from;
    this.tooLong ||= left > LONGEST_LINE;
    this.rest = Buffer.from(bytes.subarray(from, from + Math.min(left, LONGEST_LINE)));
    this.output.flush();
  }

  /** Answers a last line without a line end. */
  async end(): Promise<void> {
    if (this.rest.length > 0 || this.tooLong) await this.feed(Buffer.from([LINE_END]));
  }

  /** Answers lines as long as they are plain mobile numbers. @returns where the first one begins that is not. */
  private mobileLines(bytes: Buffer, start: number): number {
    const { reader, special, known, templates } = this;
    const { table } = this.asker;
    let from = start;
    while (!this.tooLong) {
      const offset = reader.read(bytes, from, bytes.length);
      const { stopped } = reader;
      const end = bytes[stopped] === RETURN ? stopped + 1 : stopped;
      if (offset < 0 || bytes[end] !== LINE_END || end - from > LONGEST_LINE) break;
      const range = findRange(table, offset);
      if (special[range] === 1 && known.has(offset)) break;
      this.fill(templates[range] ?? this.templateFor(range), bytes, from, stopped, offset);
      from = end + 1;
    }
    return from;
  }

  private fill(template: Template, bytes: Buffer, from: number, to: number, offset: number): void {
    const { output } = this;
    for (let index = 0; index < template.length; index++) {
      const part = template[index] as Fixed | Place;
      if (typeof part !== "string") output.fixed(part);
      else if (part === E164) output.e164(offset);
      else if (part === DISPLAY) output.display(offset);
      else output.copy(bytes, from, to);
    }
  }

  private templateFor(range: number): Template {
    const owner = this.asker.table.owners[range] as number;
    const template = this.byOwner.get(owner) ?? this.writeTemplate(owner);
    this.byOwner.set(owner, template);
    this.templates[range] = template;
    return template;
  }

  private writeTemplate(owner: number): Template {
    const assignment = assignmentOf(this.asker.table, owner);
    return templateOf(this.writer.answer(INPUT, mobileAnswer(DISPLAY, E164, assignment)));
  }

  private async otherLine(bytes: Buffer, from: number, lineEnd: number): Promise<void> {
    const end = lineEnd > from && bytes[lineEnd - 1] === RETURN ? lineEnd - 1 : lineEnd;
    const long = this.tooLong || end - from > LONGEST_LINE;
    this.tooLong = false;
    const text = bytes.toString("utf8", from, Math.min(end, from + LONGEST_LINE));
    const answer = long ? faulty("line-too-long") : await this.ask(text);
    if ("form" in answer) this.bad = true;
    this.output.text("form" in answer ? this.writer.fault(text, answer) : this.writer.answer(text, answer));
  }

  private async ask(text: string): Promise<Answered | Fault> {
    const answer = whose(text, this.asker);
    if (answer !== NEEDS_FOREIGN) return answer;
    await this.learnForeign();
    return this.ask(text);
  }
}
