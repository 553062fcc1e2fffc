/** The fact `number`: the subscriber's own number says whom its range was given to, and that fills in the operator. */
import { loadPlan, loadTable } from "../directory/load-numbering.js";
import type { Holder, NumberingPlan, RangeTable } from "../directory/numbering-types.js";
import type { DirectoryIndex } from "../directory/types.js";
import { formatNumber } from "../numbering/format.js";
import { assignmentAt, FIRST_MOBILE } from "../numbering/ranges.js";
import { read } from "../numbering/reading.js";
import { readSpelling } from "../numbering/spelling.js";
import { dateText } from "../render/text/screen.js";
import { holderName, masked, numberProblem } from "../render/whose/plain.js";
import type { Words } from "../render/words.js";
import type { Given, GivenFacts, Notice } from "../situation/facts.js";
import { findOperator } from "../situation/names.js";
import { Problem } from "../values/problem.js";
import { OTHER_OPERATOR } from "../vocabulary/situation.js";
import { badVariable } from "./files/settings.js";
import { FOLDERS } from "./package.js";

export interface NumberReader {
  /** @throws Problem bad-number for what is no number, unknown-operator for an operator that is none. */
  fill(given: GivenFacts): GivenFacts;
}

interface Tools {
  directory: DirectoryIndex;
  words: Words;
  /** Repeat the number in the answer as it is. */
  show: boolean;
}

const PRECEDENCE = ["saved", "environment", "text", "answer", "flag"];
const outranks = (a: Given, b: Given): boolean => PRECEDENCE.indexOf(a.from) >= PRECEDENCE.indexOf(b.from);

/** Ten digits after +7; null for short numbers and those of other countries. */
function nationalOf({ value, from }: Given): { national: string | null; digits: string } {
  const spelling = readSpelling(value);
  const reading = spelling.form === "number" ? read(spelling) : spelling;
  if (reading.form === "fault") {
    // What was probably meant would repeat the number in a log.
    const problem = numberProblem({ ...reading, meant: [] });
    throw from === "environment" ? badVariable("number", masked(null), problem) : problem;
  }
  if (reading.form === "code") throw new Problem("bad-number", "number-bad-code");
  if (reading.form === "russian") return { national: reading.national, digits: `+7${reading.national}` };
  return { national: null, digits: reading.form === "foreign" ? `+${reading.digits}` : reading.digits };
}

/** Opens the numbering table when the first number comes. */
export function numberReader({ directory, words, show }: Tools): NumberReader {
  let opened: { table: RangeTable; plan: NumberingPlan } | null = null;
  const numbering = () => {
    opened ??= { table: loadTable(FOLDERS.numbering), plan: loadPlan(FOLDERS.numbering) };
    return opened;
  };

  const idOf = ({ operator }: Holder): string =>
    directory.parties.some((party) => party.type === "operator" && party.id === operator)
      ? (operator ?? OTHER_OPERATOR)
      : OTHER_OPERATOR;

  function fromRange(holder: Holder): Given {
    const { table, plan } = numbering();
    const name = holderName(holder, words);
    const id = idOf(holder);
    const notices: Notice[] = [
      { code: "number-range", values: { holder: name, date: dateText(table.register.asOf, words) } },
      ...(id === OTHER_OPERATOR ? [{ code: "number-holder-not-listed" as const, values: { holder: name } }] : []),
      { code: "number-portability", values: { text: words.text(plan.portability.text), url: plan.portability.url } },
    ];
    return { value: id, from: "number", notices };
  }

  function filled(given: GivenFacts, number: Given, national: string | null): Pick<GivenFacts, "operator" | "number"> {
    const remark = (notice: Notice) => ({ number: { ...number, notices: [notice] } });
    if (!national?.startsWith("9")) return remark({ code: "number-not-mobile", values: {} });
    const assignment = assignmentAt(numbering().table, Number(national) - FIRST_MOBILE);
    if (!assignment) return remark({ code: "number-range-free", values: {} });
    const { holder } = assignment;
    const { operator } = given;
    if (!operator || !outranks(operator, number)) return { number, operator: fromRange(holder) };
    const same = holder.operator === null || findOperator(operator.value, directory).id === holder.operator;
    return same
      ? { number }
      : remark({ code: "number-operator-differs", values: { holder: holderName(holder, words) } });
  }

  return {
    fill(given) {
      const { number } = given;
      if (!number) return given;
      const { national, digits } = nationalOf(number);
      const shown = show ? formatNumber(digits) : masked(digits);
      return { ...given, ...filled(given, { ...number, shown }, national) };
    },
  };
}
