/**
 * The only way into the program for data: every file against the schema, then every rule over the whole. All issues at once.
 */
import * as z from "zod";
import type { Language, Text } from "../vocabulary/language.js";
import type { AuthoredDirectory, AuthoredDocument, AuthoredEntry } from "./authored.js";
import * as checklistsSchema from "./checklists-schema.js";
import * as claimSchema from "./claim-schema.js";
import type { AuthoredParty } from "./compile.js";
import * as groundsSchema from "./grounds-schema.js";
import type { Issue } from "./issue.js";
import * as merchantSchema from "./merchant-schema.js";
import type { AuthoredFile, FileRole } from "./read.js";
import { costHasADefault } from "./rules/cost-has-a-default.js";
import { OWN_RULES, RECORD_RULES, WALKING_RULES } from "./rules/index.js";
import type { GateRule } from "./rules/rule.js";
import { uniqueIds } from "./rules/unique-ids.js";
import * as schema from "./schema.js";
import { spelledOut } from "./spelled-out.js";

export type Gated = { issues: Issue[]; directory: AuthoredDirectory | null };

const SCHEMAS: Readonly<Record<FileRole, z.ZodType>> = {
  operator: schema.operator,
  merchant: merchantSchema.merchant,
  body: schema.body,
  bodies: schema.escalation,
  emergency: schema.emergency,
  topics: schema.topics,
  usual: schema.usual,
  costs: schema.costs,
  retired: schema.retired,
  grounds: groundsSchema.grounds,
  calendar: groundsSchema.calendar,
  "refund-routes": merchantSchema.refundRoutes,
  "claim-parts": claimSchema.claimParts,
  claim: claimSchema.claim,
  checklist: checklistsSchema.checklist,
};

const WHY_READABLE: Text = {
  ru: "нечитаемый файл нельзя ни проверить, ни показать",
  en: "a file that cannot be read can be neither checked nor shown",
};
const WHY_SCHEMA: Text = {
  ru: "движок и редакторы полагаются на одну форму записи; неизвестный ключ чаще всего опечатка",
  en: "the engine and editors rely on one shape of record; an unknown key is most often a slip",
};

/** channels[3].sources[0].url */
export const jsonPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");

function schemaIssues({ file, role, json, fault }: AuthoredFile, shape: z.ZodType = SCHEMAS[role]): Issue[] {
  if (fault) return [{ rule: "readable", why: WHY_READABLE, file, path: "", message: fault }];
  const parsed = { ru: russian(shape, json), en: english(shape, json) };
  return parsed.en.map((issue, index) => ({
    rule: "schema",
    why: WHY_SCHEMA,
    file,
    path: jsonPath(issue.path),
    message: {
      ru: schema.messageIn(parsed.ru[index]?.message ?? issue.message, "ru"),
      en: schema.messageIn(issue.message, "en"),
    },
  }));
}

/** Nobody mends more at once; a folder made to break the gate could have millions. */
const MOST_ISSUES = 1_000;

const MORE: Text = {
  ru: "дальше не смотрели: замечаний уже больше 1000",
  en: "was not looked at, nor what follows: there are more than 1000 issues already",
};

/** The issues of one file after another; beyond the most, the first file left out is named. */
export function issuesOf(files: readonly AuthoredFile[], look: (file: AuthoredFile) => Issue[]): Issue[] {
  const issues: Issue[] = [];
  for (const file of files) {
    if (issues.length > MOST_ISSUES) {
      return [...issues, { rule: "readable", why: WHY_READABLE, file: file.file, path: "", message: MORE }];
    }
    for (const issue of look(file)) issues.push(issue);
  }
  return issues;
}

function issuesIn(language: Language) {
  return (shape: z.ZodType, json: unknown): z.core.$ZodIssue[] => {
    const error = z.locales[language]().localeError;
    return shape.safeParse(json, { error }).error?.issues ?? [];
  };
}
const russian = issuesIn("ru");
const english = issuesIn("en");

function entriesOf({ file, role, json }: AuthoredFile): AuthoredEntry[] {
  switch (role) {
    case "operator":
    case "merchant":
    case "emergency":
    case "body":
      return [{ type: role, file, path: "", party: SCHEMAS[role].parse(json) as AuthoredParty }];
    case "bodies":
      return schema.escalation
        .parse(json)
        .bodies.map((party, index) => ({ type: "body" as const, file, path: `bodies[${index}]`, party }));
    default:
      return [];
  }
}

const REQUIRED: readonly FileRole[] = ["topics", "usual", "emergency", "bodies", "retired"];

function missingFiles(files: readonly AuthoredFile[]): Issue[] {
  const absent = REQUIRED.filter((role) => !files.some((file) => file.role === role));
  return absent.map((role) => ({
    rule: "readable",
    why: WHY_READABLE,
    file: `${role === "bodies" ? "escalation" : role}.json`,
    path: "",
    message: { ru: "файла нет", en: "is missing" },
  }));
}

/**
 * Runs the rules over a directory whose files the schema has accepted.
 * @param own rules for a directory that is nobody's overlay.
 */
export function checkRules(directory: AuthoredDirectory, today: string, own: readonly GateRule[] = []): Issue[] {
  const run = (rules: readonly GateRule[]): Issue[] =>
    rules.flatMap((rule) =>
      rule.check(directory, { today }).map((finding) => ({ ...finding, rule: rule.id, why: rule.why })),
    );
  const broken = run([...RECORD_RULES, ...own]);
  // Without a cost for every caller the walk would stop half-way; with an id taken twice it would blame the wrong record.
  const needed = [costHasADefault.id, uniqueIds.id];
  const walkable = !broken.some((issue) => needed.includes(issue.rule));
  return walkable ? [...broken, ...run(WALKING_RULES)] : broken;
}

const documents = <T>(files: readonly AuthoredFile[], role: FileRole, shape: z.ZodType<T>): AuthoredDocument<T>[] =>
  files.flatMap((file) => (file.role === role ? [{ file: file.file, content: shape.parse(file.json) }] : []));

/**
 * @param today YYYY-MM-DD: no date in the directory may lie beyond it.
 * @returns every issue, and the directory when there is none.
 */
export function gate(written: readonly AuthoredFile[], today: string): Gated {
  const files = spelledOut(written);
  const issues = [...missingFiles(files), ...issuesOf(files, (file) => schemaIssues(file))];
  if (issues.length > 0) return { issues, directory: null };
  const json = (role: FileRole) => files.find((file) => file.role === role)?.json;
  const directory: AuthoredDirectory = {
    parties: files.flatMap(entriesOf),
    topics: schema.topics.parse(json("topics")),
    usual: schema.usual.parse(json("usual")),
    costs: documents(files, "costs", schema.costs)[0]?.content.costs ?? {},
    retired: schema.retired.parse(json("retired")).ids,
    grounds: documents(files, "grounds", groundsSchema.grounds),
    calendar: documents(files, "calendar", groundsSchema.calendar)[0] ?? null,
    merchants: documents(files, "merchant", merchantSchema.merchant),
    refundRoutes: documents(files, "refund-routes", merchantSchema.refundRoutes)[0] ?? null,
    claims: documents(files, "claim", claimSchema.claim),
    checklists: documents(files, "checklist", checklistsSchema.checklist),
  };
  const broken = checkRules(directory, today, OWN_RULES);
  return { issues: broken, directory: broken.length === 0 ? directory : null };
}

export { schemaIssues };
