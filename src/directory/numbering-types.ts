/** The shape of the compiled numbering: the ranges of the state register, and the plan beyond them. */
import type { AuthoredHolders, AuthoredPlan, AuthoredRegions, AuthoredRegister } from "../schemas/numbering.js";
import type { Read } from "../schemas/read.js";
import type { Status } from "../vocabulary/evidence.js";
import type { Graded } from "./types.js";

export type Holder = Read<AuthoredHolders[number]> & {
  /** The directory's id where dozvon routes for this company. */
  readonly operator: string | null;
};

export type Region = Read<AuthoredRegions[number]>;

/** The state register the table was made from, and the notice its terms ask for. */
export type Register = Read<Pick<AuthoredRegister, "asOf" | "publisher" | "url" | "notice">>;

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
  holders: readonly Holder[];
  regions: readonly Region[];
  /** Indexes into `regions`. */
  regionSets: readonly (readonly number[])[];
}

type Witnessed<T> = Graded<T> & { readonly status: Status };

/** Beginnings of numbers that mean something to the caller, +7800 for one: who pays for the call, or whose numbers they are. */
export type ServiceCode = Witnessed<AuthoredPlan["services"][number]>;
/** A short number of somebody outside the directory, a bank for one. */
export type PlannedShort = Witnessed<AuthoredPlan["shortNumbers"][number]>;
/** Codes that every phone understands by itself, whatever the network. */
export type PhoneCode = Witnessed<AuthoredPlan["phoneCodes"][number]>;
/** Something to know of a whole class of numbers. */
export type Remark = Witnessed<AuthoredPlan["callerId"]>;

/** What a code says of a number, and short numbers that belong to no party of the directory. */
export interface NumberingPlan {
  /** Three digits to ids of regions. */
  areaCodes: Readonly<Record<string, readonly string[]>>;
  services: readonly ServiceCode[];
  shortNumbers: readonly PlannedShort[];
  phoneCodes: readonly PhoneCode[];
  specialServices: Remark;
  /** Where anybody can see which operator serves a number today. */
  portability: Remark & { url: string };
  /** What a number on the screen does not prove. */
  callerId: Remark;
}
