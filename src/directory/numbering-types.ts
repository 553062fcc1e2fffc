/** The shape of the compiled numbering: the ranges of the state register, and the plan beyond them. */
import type { Grade, Status } from "../vocabulary/evidence.js";
import type { Text } from "../vocabulary/language.js";
import type { BrandConfidence, NumberKind } from "../vocabulary/numbers.js";
import type { Source } from "./types.js";

export interface Holder {
  inn: string;
  /** Legal name as in the register. */
  name: string;
  brand: Text | null;
  confidence: BrandConfidence | null;
  /** The directory's id where dozvon routes for this company. */
  operator: string | null;
  note: Text | null;
}

export interface Region {
  id: string;
  name: Text;
  /** IANA names. */
  timeZones: readonly string[];
}

/** The state register the table was made from, and the notice its terms ask for. */
export interface Register {
  /** As precise as it is known: YYYY-MM. */
  asOf: string;
  publisher: string;
  url: string;
  notice: Text;
}

/** Who a range was given to, and where. Not who serves a number today: numbers move between operators. */
export interface Assignment {
  holder: Holder;
  regions: readonly Region[];
}

export interface RangeTable {
  register: Register;
  /** Offsets from FIRST_MOBILE. */
  starts: Uint32Array;
  /** Holder and set of regions of each range, see `ownerId`; FREE where nobody holds it. */
  owners: Uint16Array;
  /** Where the search for an offset begins: the entry that holds the first number of each bucket. */
  buckets: Uint16Array;
  holders: readonly Holder[];
  regions: readonly Region[];
  /** Indexes into `regions`. */
  regionSets: readonly (readonly number[])[];
  /** Assignments already made, by owner; filled as they are asked for. */
  made: Map<number, Assignment>;
}

interface Witnessed {
  grade: Grade;
  status: Status;
  checkedOn: string;
  sources: readonly Source[];
}

/** Beginnings of numbers that mean something to the caller, +7800 for one: who pays for the call, or whose numbers they are. */
export interface ServiceCode extends Witnessed {
  codes: readonly string[];
  kind: NumberKind;
  text: Text;
}

/** A short number of somebody outside the directory, a bank for one. */
export interface PlannedShort extends Witnessed {
  value: string;
  /** Whether the owner is a bank. */
  bank?: true | undefined;
  owner: Text;
  claim: Text;
}

/** Codes that every phone understands by itself, whatever the network. */
export interface PhoneCode extends Witnessed {
  /** A regular expression over the whole code. */
  pattern: string;
  claim: Text;
  text: Text;
}

/** Something to know of a whole class of numbers. */
export interface Remark extends Witnessed {
  text: Text;
}

/** What a code says of a number, and short numbers that belong to no party of the directory. */
export interface NumberingPlan {
  /** Three digits to ids of regions. */
  areaCodes: Readonly<Record<string, readonly string[]>>;
  services: readonly ServiceCode[];
  shortNumbers: readonly PlannedShort[];
  phoneCodes: readonly PhoneCode[];
  /** What short numbers that begin with 1 are for. */
  specialServices: Remark;
  /** Where anybody can see which operator serves a number today. */
  portability: Remark & { url: string };
  /** What a number on the screen does not prove. */
  callerId: Remark;
}
