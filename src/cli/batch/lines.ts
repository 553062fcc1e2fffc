import { StringDecoder } from "node:string_decoder";

export interface Line {
  /** From 1. */
  number: number;
  /** Without its line end, a byte order mark and spaces around it; cut to LONGEST where `tooLong`. */
  text: string;
  tooLong: boolean;
}

/** Longer lines are answered as bad, so that memory does not grow with the input. */
export const LONGEST = 1024 * 1024;

/** The lines of a stream of UTF-8, as many at a time as have arrived, however long the stream is. */
export async function* lineGroups(input: AsyncIterable<string | Buffer>): AsyncGenerator<Line[]> {
  const decoder = new StringDecoder("utf8");
  let number = 0;
  let rest = "";
  let dropped = false;
  const take = (text: string): Line => {
    number++;
    const tooLong = dropped || text.length > LONGEST;
    dropped = false;
    return { number, text: tooLong ? text.slice(0, LONGEST) : text.replace(/^\ufeff/, "").trim(), tooLong };
  };
  for await (const chunk of input) {
    const parts = (rest + (typeof chunk === "string" ? chunk : decoder.write(chunk))).split("\n");
    rest = parts.pop() ?? "";
    if (parts.length > 0) yield parts.map(take);
    if (rest.length > LONGEST) {
      rest = rest.slice(0, LONGEST);
      dropped = true;
    }
  }
  rest += decoder.end();
  if (rest !== "" || dropped) yield [take(rest)];
}
