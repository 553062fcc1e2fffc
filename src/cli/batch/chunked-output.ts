/** Output gathered into large chunks: a system call and an allocation for each line would cost more than its answer. */
const CHUNK = 128 * 1024;

const NONE = new Uint32Array();

/** Hands bytes on. @returns whether they may be written over at once. */
export type Sink = (bytes: Uint8Array) => boolean;

export class ChunkedOutput {
  private chunk: Buffer = Buffer.allocUnsafeSlow(CHUNK);
  private used = 0;

  constructor(private readonly sink: Sink) {}

  flush(): void {
    if (this.used === 0) return;
    // Fresh memory costs more than what is put into it.
    if (!this.sink(this.chunk.subarray(0, this.used))) this.chunk = Buffer.allocUnsafeSlow(CHUNK);
    this.used = 0;
  }

  put(part: string | Uint8Array): void {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    if (bytes.length > CHUNK) {
      this.flush();
      this.sink(bytes);
    } else this.filled(bytes, NONE, bytes, 0);
  }

  /** Some of these bytes, no more than a line: for so few a loop is faster than the call that copies memory. */
  few(bytes: Uint8Array, from: number, to: number): void {
    if (this.used + to - from > CHUNK) this.flush();
    const start = this.used - from;
    for (let at = from; at < to; at++) this.chunk[start + at] = bytes[at] as number;
    this.used = start + to;
  }

  /** No more bytes than a chunk has room for, of which some are others. @param places pairs: which of them, and which of the others. */
  filled(bytes: Uint8Array, places: Uint32Array, others: Uint8Array, first: number): void {
    if (this.used + bytes.length > CHUNK) this.flush();
    const { chunk, used } = this;
    chunk.set(bytes, used);
    this.used = used + bytes.length;
    for (let at = 0; at < places.length; at += 2)
      chunk[used + (places[at] as number)] = others[first + (places[at + 1] as number)] as number;
  }
}
