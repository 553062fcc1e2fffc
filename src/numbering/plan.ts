/** The numbering plan beyond the mobile ranges: what a code says of a number, and short numbers that belong to no party of the directory. */
import type { Source } from "../directory/types.js";
import type { Grade, NumberKind, Status, Text } from "../vocabulary.js";

interface Witnessed {
  grade: Grade;
  status: Status;
  checkedOn: string;
  sources: readonly Source[];
}

/** Service codes such as 800: who pays for the call. */
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
