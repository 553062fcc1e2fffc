/**
 * Standard output. Node's own stream takes milliseconds to make, a fifth of a look-up's own work, so a file or a pipe is written to at
 * once; a terminal, and a pipe that is full and will not wait, are left to the stream.
 */
import { fstatSync, writeSync } from "node:fs";

const STDOUT = 1;

/** A console of Windows wants another encoding, and its pipes may be of a kind that a plain write does not fit. */
function canWriteAtOnce(): boolean {
  if (process.platform === "win32") return false;
  try {
    const target = fstatSync(STDOUT);
    return target.isFile() || target.isFIFO() || target.isSocket();
  } catch {
    return false;
  }
}

/** @returns what did not go, where the other end is full and must not be waited for. */
function writeAtOnce(bytes: Uint8Array): Uint8Array {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(STDOUT, bytes, written);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
  }
  return bytes.subarray(written);
}

/** Resolves when the stream takes more, or never will. */
function nextDrain(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      stream.off("drain", settle).off("error", settle).off("close", settle);
      resolve();
    };
    stream.once("drain", settle).once("error", settle).once("close", settle);
  });
}

/** @param failed is told once why nothing more can be written; a reader that leaves early, as `head` does, is no failure. */
export function standardOutput(failed: (reason: string) => void) {
  let gone = false;
  let stream: NodeJS.WriteStream | null = null;
  let atOnce: boolean | null = null;
  // What `write` says, not writableNeedDrain: Bun leaves that at false, and a batch would pile up before a slow reader.
  let full = false;
  const lose = (error: NodeJS.ErrnoException): void => {
    if (error.code !== "EPIPE" && !gone) failed(error.code ?? error.message);
    gone = true;
  };
  const openStream = (): NodeJS.WriteStream => {
    atOnce = false;
    stream ??= process.stdout.on("error", lose).on("drain", () => {
      full = false;
    });
    return stream;
  };
  return {
    /** Text, or bytes of UTF-8. @returns whether the bytes may be written over at once. */
    write(content: string | Uint8Array): boolean {
      if (gone) return true;
      atOnce ??= canWriteAtOnce();
      try {
        const left = atOnce ? writeAtOnce(typeof content === "string" ? Buffer.from(content) : content) : content;
        if (left.length > 0) full = !openStream().write(left);
      } catch (error) {
        lose(error as NodeJS.ErrnoException);
      }
      return atOnce;
    },
    /** Resolves when everything written so far may be followed by more. */
    drained: (): Promise<void> => (gone || !full || !stream ? Promise.resolve() : nextDrain(stream)),
    /** Whether somebody has closed the pipe we write to. */
    closed: (): boolean => gone,
  };
}
