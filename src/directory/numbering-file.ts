/**
 * The numbering table in one binary file: the ranges as typed arrays, so that opening it parses nothing but the small tables of companies and
 * regions at its end.
 *
 * Layout, little-endian: "DZN3"; entries, bytes of JSON (Uint32 each); Uint32 starts; Uint16 owners; JSON, UTF-8.
 */
import { endianness } from "node:os";
import type { RangeTable } from "./numbering-types.js";

const MAGIC = 0x334e5a44;
const HEADER_BYTES = 12;

type Tables = Pick<RangeTable, "register" | "holders" | "regions" | "regionSets">;

/** Made on a little-endian machine: of another it would be no table to any. */
export function packTable(starts: Uint32Array, owners: Uint16Array, tables: Tables): Buffer {
  const json = Buffer.from(JSON.stringify(tables));
  const header = Uint32Array.of(MAGIC, starts.length, json.length);
  const bytes = [header, starts, owners].map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength));
  return Buffer.concat([...bytes, json]);
}

/** @throws when the file is not a numbering table. */
export function unpackTable(file: Buffer): RangeTable {
  if (file.length < HEADER_BYTES || file.readUInt32LE(0) !== MAGIC) throw new Error("not a numbering table");
  const [count, length] = [file.readUInt32LE(4), file.readUInt32LE(8)];
  const ownersAt = HEADER_BYTES + count * 4;
  const jsonAt = ownersAt + count * 2;
  if (file.length !== jsonAt + length) throw new Error("a numbering table cut short");
  // Typed arrays need their own alignment, which a copy has, and the machine's byte order.
  const copy = Buffer.from(new Uint8Array(file).buffer);
  if (endianness() === "BE") {
    copy.subarray(HEADER_BYTES, ownersAt).swap32();
    copy.subarray(ownersAt, jsonAt).swap16();
  }
  return {
    ...(JSON.parse(file.toString("utf8", jsonAt)) as Tables),
    starts: new Uint32Array(copy.buffer, HEADER_BYTES, count),
    owners: new Uint16Array(copy.buffer, ownersAt, count),
  };
}
