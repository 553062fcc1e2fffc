/** Output put together in large chunks of bytes, four at a time: a call or an allocation for each line would cost more than its answer. */

const CHUNK = 128 * 1024;

/** A whole last word may be written past the end of a text, and be written over by what follows. */
const SLACK = 4;

/** Up to this many bytes, writing words in a loop beats the call that copies memory. */
const FEW = 128;

/** A text as UTF-8, padded to whole words. */
export interface Fixed {
  length: number;
  words: Uint32Array;
  bytes: Uint8Array;
}

export function fixed(text: string): Fixed {
  const encoded = Buffer.from(text);
  const { length } = encoded;
  const words = new Uint32Array(Math.ceil(length / 4));
  const bytes = new Uint8Array(words.buffer, 0, length);
  bytes.set(encoded);
  return { length, words, bytes };
}

/** The three digits of each number below 1000, as the bytes of a word. */
const DIGITS = new Uint32Array(1000);
for (let number = 0; number < 1000; number++) {
  const [a, b, c] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  DIGITS[number] = (48 + a) | ((48 + b) << 8) | ((48 + c) << 16);
}

/** "+79", and "+7 9" with its last digit left open. */
const E164_START = 0x39372b;
const DISPLAY_START = 0x3920372b;

interface Chunk {
  bytes: Uint8Array;
  view: DataView;
}

function chunkOf(size: number): Chunk {
  const bytes = Buffer.allocUnsafeSlow(size + SLACK);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** Hands bytes on; they are not touched until `written` is called. */
export type Sink = (bytes: Uint8Array, written: () => void) => void;

export class BytesOutput {
  private chunk = chunkOf(CHUNK);
  private bytes = this.chunk.bytes;
  private view = this.chunk.view;
  private used = 0;
  /** Written chunks, to be filled again: fresh memory costs more than what is put into it. */
  private readonly free: Chunk[] = [];

  constructor(private readonly sink: Sink) {}

  private reserve(size: number): void {
    if (this.used + size <= this.bytes.length - SLACK) return;
    this.flush();
    if (size > CHUNK) this.open(chunkOf(size));
  }

  private open(chunk: Chunk): void {
    this.chunk = chunk;
    this.bytes = chunk.bytes;
    this.view = chunk.view;
    this.used = 0;
  }

  flush(): void {
    if (this.used === 0) return;
    const { chunk } = this;
    this.sink(this.bytes.subarray(0, this.used), () => {
      if (chunk.bytes.length === CHUNK + SLACK) this.free.push(chunk);
    });
    this.open(this.free.pop() ?? chunkOf(CHUNK));
  }

  text(text: string): void {
    this.copy(Buffer.from(text), 0);
  }

  copy(source: Uint8Array, from: number, to = source.length): void {
    this.reserve(to - from);
    this.bytes.set(source.subarray(from, to), this.used);
    this.used += to - from;
  }

  fixed({ length, words, bytes }: Fixed): void {
    this.reserve(length);
    if (length > FEW) this.bytes.set(bytes, this.used);
    else {
      const { view, used } = this;
      for (let index = 0; index < words.length; index++) view.setUint32(used + index * 4, words[index] as number, true);
    }
    this.used += length;
  }

  /** @param offset of a mobile number: its nine digits after +79. */
  e164(offset: number): void {
    this.reserve(12);
    const { view, used } = this;
    const thousands = (offset / 1000) | 0;
    const millions = (thousands / 1000) | 0;
    view.setUint32(used, E164_START, true);
    view.setUint32(used + 3, DIGITS[millions] as number, true);
    view.setUint32(used + 6, DIGITS[thousands - millions * 1000] as number, true);
    view.setUint32(used + 9, DIGITS[offset - thousands * 1000] as number, true);
    this.used += 12;
  }

  /** +7 9ab cde-fg-hi */
  display(offset: number): void {
    this.reserve(16);
    const { bytes, view, used } = this;
    const code = (offset / 10_000_000) | 0;
    const first = ((offset / 10_000) | 0) % 1000;
    const [middle, last] = [((offset / 100) | 0) % 100, offset % 100];
    view.setUint32(used, DISPLAY_START, true);
    // Two digits are the last two of three: the first of them is written over.
    view.setUint32(used + 3, DIGITS[code] as number, true);
    bytes[used + 3] = 57;
    bytes[used + 6] = 32;
    view.setUint32(used + 7, DIGITS[first] as number, true);
    view.setUint32(used + 10, DIGITS[middle] as number, true);
    bytes[used + 10] = 45;
    view.setUint32(used + 13, DIGITS[last] as number, true);
    bytes[used + 13] = 45;
    this.used += 16;
  }
}
