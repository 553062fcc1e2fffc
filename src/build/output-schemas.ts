/** JSON Schema 2020-12 of every output, made of the types of what is written: nobody states a shape twice. */
import type ts from "typescript";
import { SCHEMA_VERSION } from "../render/envelope/json.js";
import type { OurTypes } from "./our-types.js";

type Schema = Readonly<Record<string, unknown>>;

const DAY = { format: "date" };

/** Forms of texts that no type states, by the name of the member, wherever it stands. */
const TEXTS: Readonly<Record<string, Schema>> = {
  schemaVersion: { pattern: `^${SCHEMA_VERSION.split(".")[0]}\\.\\d+$` },
  dial: { pattern: "^\\+?[\\d*#]+$" },
  e164: { pattern: "^\\+[1-9]\\d{2,14}$" },
  uri: {
    description: "A link to call, write or open.",
    pattern: "^(?:(?:tel|sms):\\+?(?:[\\d*]|%23)+(?:;ext=\\d+)?|mailto:[^\\s?&,]+@[^\\s?&,]+|https:\\/\\/\\S+)$",
  },
  timeZones: { description: "An IANA name." },
  doubt: { description: "Why it is advice and not a rule." },
  ...Object.fromEntries(
    ["chargedOn", "checkedOn", "due", "on", "since", "start", "startedOn"].map((name) => [name, DAY]),
  ),
};

/** All other numbers are whole. */
const NUMBERS: Readonly<Record<string, Schema>> = {
  confidence: { type: "number", minimum: 0, maximum: 1 },
  ref: { type: "number" },
  share: { type: "number" },
  line: { minimum: 1 },
};

/** A minor version only adds words, so that a schema saved today accepts the documents of every later one. */
const wordsOpen = (words: readonly string[]): Schema => ({ anyOf: [{ enum: [...words].sort() }, { type: "string" }] });

/** What is left open to additions, as members are too, is held to the lists of today by the tests. */
export function outputSchemas(file: string, { compiler, checker, of }: OurTypes): [kind: string, schema: Schema][] {
  const { SymbolFlags, TypeFlags, IndexKind, displayPartsToString } = compiler;
  let shared: Record<string, Schema> = {};
  let names = new Map<ts.Type, string>();

  const has = ({ flags }: ts.Type, flag: ts.TypeFlags): boolean => (flags & flag) !== 0;

  const isRecord = (type: ts.Type): boolean =>
    has(type, TypeFlags.Object | TypeFlags.Intersection) && !checker.isArrayType(type);

  /** In an order of their own: the compiler's hangs on what it met first. */
  const membersIn = (type: ts.Type): ts.Symbol[] =>
    [...checker.getPropertiesOfType(type)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const namesOf = (type: ts.Type): string =>
    membersIn(type)
      .map(({ name }) => name)
      .join();

  /** @param form of a text: what no type states. */
  function plain(type: ts.Type, name: string, form: Schema): Schema {
    if (type.isStringLiteral()) return { type: "string", const: type.value };
    if (has(type, TypeFlags.StringLike)) return { type: "string", ...form };
    if (has(type, TypeFlags.NumberLike)) return { type: "integer", ...NUMBERS[name] };
    if (has(type, TypeFlags.BooleanLiteral)) return { type: "boolean", const: checker.typeToString(type) === "true" };
    if (has(type, TypeFlags.Null)) return { type: "null" };
    throw new Error(`${name}: no document holds ${checker.typeToString(type)}`);
  }

  /** The forms that a value may have, told apart by what they are. */
  function formsOf(type: ts.UnionType, name: string, form: Schema): Schema[] {
    const words = type.types.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
    const booleans = type.types.filter((one) => has(one, TypeFlags.BooleanLiteral));
    const objects = type.types.filter(isRecord).sort((a, b) => (namesOf(a) < namesOf(b) ? -1 : 1));
    const others = type.types.filter(
      (one) => !one.isStringLiteral() && !has(one, TypeFlags.Undefined | TypeFlags.BooleanLiteral) && !isRecord(one),
    );
    const both = checker.getNonNullableType(type);
    // Objects with the same members are one, each member of any of its forms.
    const one = objects.length > 1 && objects.every((object) => namesOf(object) === namesOf(both));
    return [
      ...(words.length > 1 ? [wordsOpen(words)] : words.map((word) => ({ type: "string", const: word }))),
      ...(booleans.length > 1 ? [{ type: "boolean" }] : booleans.map((boolean) => plain(boolean, name, form))),
      ...(one ? [record(both, name)] : objects.map((object) => record(object, name))),
      ...others.map((other) => schemaOf(other, name, form)),
    ];
  }

  function schemaOf(type: ts.Type, name: string, form: Schema = {}): Schema {
    if (type.isUnion()) {
      const forms = formsOf(type, name, form);
      return forms.length === 1 ? (forms[0] ?? {}) : { anyOf: forms };
    }
    if (isRecord(type)) return record(type, name);
    if (!checker.isArrayType(type)) return plain(type, name, form);
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return { type: "array", items: item ? schemaOf(item, name, form) : {} };
  }

  /** Each record stands once, under the name of the member that has it first. */
  function record(type: ts.Type, name: string): Schema {
    const known = names.get(type);
    if (known !== undefined) return { $ref: `#/$defs/${known}` };
    const taken = [...names.values()].filter((other) => other.replace(/\d+$/, "") === name).length;
    const own = taken === 0 ? name : `${name}${taken + 1}`;
    names.set(type, own);
    shared[own] = membersOf(type);
    return { $ref: `#/$defs/${own}` };
  }

  const optional = ({ flags }: ts.Symbol): boolean => (flags & SymbolFlags.Optional) !== 0;

  function membersOf(type: ts.Type): Schema {
    const any = checker.getIndexTypeOfType(type, IndexKind.String);
    if (any) return { type: "object", additionalProperties: schemaOf(any, "values") };
    const members = membersIn(type);
    const types = new Set(members.map((member) => checker.getTypeOfSymbol(member)));
    const [only, ...more] = types;
    if (only && more.length === 0 && members.length > 1 && members.every(optional)) {
      const propertyNames = wordsOpen(members.map(({ name }) => name));
      return { type: "object", propertyNames, additionalProperties: schemaOf(only, "values") };
    }
    const required = members.flatMap((member) => (optional(member) ? [] : [member.name]));
    return { type: "object", properties: Object.fromEntries(members.map(memberOf)), required };
  }

  function memberOf(member: ts.Symbol): [name: string, schema: Schema] {
    const { name } = member;
    const description = displayPartsToString(member.getDocumentationComment(checker));
    const format = member.getJsDocTags(checker).find((tag) => tag.name === "format");
    const form = { ...TEXTS[name], ...(format && { format: displayPartsToString(format.text) }) };
    const schema = schemaOf(checker.getTypeOfSymbol(member), name, form);
    return [name, { ...schema, ...(description && { description }) }];
  }

  const outputs = of(file).get("Outputs");
  return (outputs ? checker.getPropertiesOfType(outputs) : []).map((kind) => {
    shared = {};
    names = new Map();
    const whole = schemaOf(checker.getTypeOfSymbol(kind), "document");
    const $schema = "https://json-schema.org/draft/2020-12/schema";
    return [kind.name, { title: `dozvon ${kind.name}`, $schema, ...whole, $defs: shared }];
  });
}
