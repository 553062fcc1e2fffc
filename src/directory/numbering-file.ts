/**
 * The numbering table in one binary file: the ranges as typed arrays, so that opening it copies and parses nothing but the small tables of
 * companies and regions at its end.
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

/** Typed arrays need their own alignment and the machine's byte order; almost everywhere the file has both as it is. */
function aligned(file: Buffer, starts: number, owners: number, json: number): Buffer {
  const big = endianness() === "BE";
  if (file.byteOffset % 4 === 0 && !big) return file;
  const copy = Buffer.from(new Uint8Array(file).buffer);
  if (big) {
    copy.subarray(starts, owners).swap32();
    copy.subarray(owners, json).swap16();
  }
  return copy;
}

/** @throws when the file is not a numbering table. */
export function unpackTable(file: Buffer): RangeTable {
  if (file.length < HEADER_BYTES || file.readUInt32LE(0) !== MAGIC) throw new Error("not a numbering table");
  const [count, length] = [file.readUInt32LE(4), file.readUInt32LE(8)];
  const ownersAt = HEADER_BYTES + count * 4;
  const jsonAt = ownersAt + count * 2;
  if (file.length !== jsonAt + length) throw new Error("a numbering table cut short");
  const { buffer, byteOffset } = aligned(file, HEADER_BYTES, ownersAt, jsonAt);
  return {
    ...(JSON.parse(file.toString("utf8", jsonAt)) as Tables),
    starts: new Uint32Array(buffer, byteOffset + HEADER_BYTES, count),
    owners: new Uint16Array(buffer, byteOffset + ownersAt, count),
  };
}
