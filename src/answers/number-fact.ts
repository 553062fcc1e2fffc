/** The fact `number`: the subscriber's own number says whom its range was given to, and that fills in the operator. */
import type { Holder } from "../directory/numbering-types.js";
import { formatNumber } from "../numbering/format.js";
import { holderName } from "../numbering/holder.js";
import { assignmentAt, FIRST_MOBILE } from "../numbering/ranges.js";
import { read } from "../numbering/reading.js";
import { numberProblem, readSpelling } from "../numbering/spelling.js";
import type { Given, GivenFacts, Notice } from "../situation/facts.js";
import { findOperator } from "../situation/names.js";
import { maskNumbers } from "../values/mask.js";
import { dayText } from "../values/moment.js";
import { Problem } from "../values/problem.js";
import { OTHER_OPERATOR } from "../vocabulary/situation.js";
import type { Desk } from "./desk.js";

const PRECEDENCE = ["saved", "environment", "text", "answer", "flag"];
const outranks = (a: Given, b: Given): boolean => PRECEDENCE.indexOf(a.from) >= PRECEDENCE.indexOf(b.from);

/** Ten digits after +7; null for short numbers and those of other countries. */
function nationalOf({ value }: Given): { national: string | null; digits: string } {
  const spelling = readSpelling(value);
  const reading = spelling.form === "number" ? read(spelling) : spelling;
  // What was probably meant would repeat the number in a log.
  if (reading.form === "fault") throw numberProblem({ ...reading, meant: [] });
  const lost = reading.form === "foreign" && reading.otherwise.fault === "missing-digit";
  if (lost) throw numberProblem({ ...reading.otherwise, meant: [] });
  if (reading.form === "code") throw new Problem("bad-number", "number-bad-code");
  if (reading.form === "short") throw new Problem("bad-number", "number-not-own");
  if (reading.form === "russian") return { national: reading.national, digits: `+7${reading.national}` };
  return { national: null, digits: `+${reading.digits}` };
}

function fromRange(holder: Holder, { directory, open }: Desk): Given {
  const { register } = open.ranges();
  const { portability } = open.plan();
  const name = holderName(holder);
  const id = directory.parties.find((one) => one.id === holder.operator)?.id ?? OTHER_OPERATOR;
  const notices: Notice[] = [
    { code: "number-range", values: { holder: name, date: dayText(register.asOf) } },
    ...(id === OTHER_OPERATOR ? [{ code: "number-holder-not-listed" as const, values: { holder: name } }] : []),
    { code: "number-portability", values: { text: portability.text, url: portability.url } },
  ];
  return { value: id, from: "number", notices };
}

function filled({ operator }: GivenFacts, number: Given, national: string | null, desk: Desk): GivenFacts {
  const remark = (notice: Notice) => ({ number: { ...number, notices: [notice] } });
  if (!national?.startsWith("9")) return remark({ code: "number-not-mobile", values: {} });
  const assignment = assignmentAt(desk.open.ranges(), Number(national) - FIRST_MOBILE);
  if (!assignment) return remark({ code: "number-range-free", values: {} });
  const { holder } = assignment;
  if (!operator || !outranks(operator, number)) return { number, operator: fromRange(holder, desk) };
  const same = holder.operator === null || findOperator(operator.value, desk.directory).id === holder.operator;
  return same ? { number } : remark({ code: "number-operator-differs", values: { holder: holderName(holder) } });
}

/**
 * The facts with the operator that a number among them stands for; without a number they stay as they are.
 * @param show repeat the number in the answer as it is.
 * @throws Problem bad-number for what is no number, unknown-operator for an operator that is none.
 */
export function withNumber(given: GivenFacts, desk: Desk, show: boolean): GivenFacts {
  const { number } = given;
  if (!number) return given;
  const { national, digits } = nationalOf(number);
  const shown = show ? formatNumber(digits) : maskNumbers(formatNumber(digits));
  return { ...given, ...filled(given, { ...number, shown }, national, desk) };
}
