/** A zod shape as a form to fill in: what may stand at a place, the nearest to what does, and a stand-in where nothing fits. */
import * as z from "zod";
import { fold } from "../values/choice.js";
import type { Text } from "../vocabulary/language.js";
import { formOfWords, inBoth, isSaying, nearest, say } from "./words.js";

export type Shape = z.core.$ZodTypes;

export const asShape = (shape: z.core.$ZodType): Shape => shape as Shape;

/** What is left of a shape when nothing says that it may be missing, null or filled in. */
function core(shape: Shape): Shape {
  const { def } = shape._zod;
  return "innerType" in def ? core(asShape(def.innerType)) : shape;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Of several shapes the one that a value is at least a record, list or word of. */
export function likeliest(options: readonly Shape[], value: unknown): Shape | undefined {
  const isA = Array.isArray(value) ? "array" : isRecord(value) ? "object" : typeof value;
  return options.find((option) => core(option)._zod.def.type === isA);
}

/** The shape at a path of zod's, as far as there is one. */
export function shapeAt(shape: Shape, path: readonly PropertyKey[], json: unknown): Shape | undefined {
  const { def } = core(shape)._zod;
  const [key, ...rest] = path;
  if (key === undefined) return core(shape);
  const value = isRecord(json) || Array.isArray(json) ? (json as Record<PropertyKey, unknown>)[key] : undefined;
  switch (def.type) {
    case "object": {
      const field = Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined;
      return field && shapeAt(asShape(field), rest, value);
    }
    case "array":
      return shapeAt(asShape(def.element), rest, value);
    case "record":
      return shapeAt(asShape(def.valueType), rest, value);
    case "union": {
      const option = likeliest(def.options.map(asShape), json);
      return option && shapeAt(option, path, json);
    }
    default:
      return undefined;
  }
}

export const keysOf = (shape: Shape | undefined): string[] => {
  const def = shape?._zod.def;
  return def?.type === "object" ? Object.keys(def.shape) : [];
};

/** The words that alone may stand here; none where there is more than a choice of words. */
export function wordsOf(shape: Shape): (string | boolean)[] {
  const { def } = core(shape)._zod;
  if (def.type === "enum") return Object.values(def.entries).map(String);
  return def.type === "literal" ? def.values.filter((one) => typeof one === "string" || typeof one === "boolean") : [];
}

export const accepts = (shape: Shape, value: unknown): boolean => z.safeParse(shape, value).success;

/** 9, 9:00, 9.00. */
const CLOCK = /^(\d{1,2})(?:[:.](\d\d))?$/;
const RUSSIAN_DAY = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

/** Spellings of one string that people write instead of another. */
function spellings(value: string): string[] {
  const text = value.trim();
  const [, day = "", month = "", year = ""] = RUSSIAN_DAY.exec(text) ?? [];
  const address = text.replace(/^http:/, "https:");
  return [
    value.replace(/[\p{Cc}\p{Cf}]/gu, "").trim(),
    text.toLowerCase().replace(/[\s_]+/g, "-"),
    `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
    ...(/^[a-z0-9.-]+\.[a-z]{2,}(\/|$)/i.test(address) ? [`https://${address}`] : [address]),
    text.replace(CLOCK, (_all, hour: string, minute = "00") => `${hour.padStart(2, "0")}:${minute}`),
  ];
}

/** What the author may have meant, whether or not the shape accepts it. */
function guesses(inner: Shape, value: unknown): unknown[] {
  const { def } = inner._zod;
  switch (def.type) {
    case "enum":
    case "literal":
      return [wordMeant(wordsOf(inner), value)];
    case "array": {
      const items: unknown[] = Array.isArray(value) ? value : String(value).split(/\s*,\s*/);
      const element = asShape(def.element);
      return [items.map((item) => (accepts(element, item) ? item : meant(element, item)))];
    }
    case "union":
      return def.options.map((option) => meant(asShape(option), value));
    case "number":
      return [Number(value)];
    case "string":
      return typeof value === "string" ? spellings(value) : [String(value)];
    case "object":
      return "ru" in def.shape && /\p{L}/u.test(String(value)) ? [{ ru: value, en: "…" }] : [];
    default:
      return [];
  }
}

/** @returns what the author probably meant, in a form that the shape accepts; undefined where nobody can tell. */
export function meant(shape: Shape, value: unknown): unknown {
  const inner = core(shape);
  return value === undefined || value === null ? undefined : guesses(inner, value).find((one) => accepts(inner, one));
}

function wordMeant(words: readonly (string | boolean)[], value: unknown): string | boolean | undefined {
  const given = String(value);
  const texts = words.filter((word) => typeof word === "string");
  return words.find((word) => fold(String(word)) === fold(given)) ?? nearest(given, texts);
}

const oneOf = (texts: readonly Text[]): Text => ({
  ru: texts.map(({ ru }) => ru).join(" или "),
  en: texts.map(({ en }) => en).join(" or "),
});

/** What may be written here, in words. */
export function formOf(shape: Shape): Text {
  const inner = core(shape);
  const { def } = inner._zod;
  const words = wordsOf(inner);
  if (words.length > 0) return formOfWords(words);
  switch (def.type) {
    case "array": {
      const item = formOf(asShape(def.element));
      return { ru: say("form.list", { item: item.ru }).ru, en: say("form.list", { item: item.en }).en };
    }
    case "union":
      return oneOf(def.options.map((option) => formOf(asShape(option))));
    case "object": {
      const fields = Object.entries(def.shape).filter(([, field]) => !accepts(asShape(field), undefined));
      return inBoth(`{ ${fields.map(([key]) => `"${key}": …`).join(", ")} }`);
    }
    case "record":
      return say("form.record");
    case "number":
      return say("form.number");
    case "boolean":
      return inBoth("true, false");
    default: {
      const format = `form.${"format" in def ? String(def.format) : "text"}`;
      return say(isSaying(format) ? format : "form.text");
    }
  }
}

function fieldsOf(shape: Readonly<Record<string, unknown>>, value: unknown): [string, unknown][] {
  const given = isRecord(value) ? value : {};
  return Object.entries(shape).flatMap(([key, field]): [string, unknown][] => {
    const put = standIn(field as Shape, given[key]);
    return put === undefined ? [] : [[key, put]];
  });
}

function oneOfForms(options: readonly Shape[], value: unknown): unknown {
  const option = options.find((one) => accepts(one, value)) ?? likeliest(options, value) ?? options[0];
  return option && standIn(option, value);
}

function plain(type: string, value: unknown): unknown {
  if (type === "number") return typeof value === "number" ? value : 0;
  if (type === "boolean") return value === true;
  return typeof value === "string" ? value : "";
}

/**
 * A value with whatever has the wrong type replaced, so that rules can look at the rest. Not a repair: what stands in is nothing
 * anybody wrote, and nothing is to be said of it.
 * @param value of any shape at all.
 */
export function standIn(shape: Shape, value: unknown): unknown {
  const { def } = shape._zod;
  const below = (inner: typeof shape | { _zod: unknown }, item: unknown) => standIn(inner as Shape, item);
  switch (def.type) {
    case "optional":
      return value === undefined ? undefined : below(def.innerType, value);
    case "nullable":
      return value === null ? null : below(def.innerType, value);
    case "nonoptional":
      return below(def.innerType, value);
    case "default":
    case "prefault":
      return below(def.innerType, value === undefined ? def.defaultValue : value);
    case "object":
      return Object.fromEntries(fieldsOf(def.shape, value));
    case "array":
      return Array.isArray(value) ? value.map((item) => below(def.element, item)) : [];
    case "record":
      return Object.fromEntries(
        Object.entries(isRecord(value) ? value : {}).map(([key, item]) => [key, below(def.valueType, item)]),
      );
    case "union":
      return oneOfForms(def.options.map(asShape), value);
    case "enum":
    case "literal":
      return wordsOf(shape).find((one) => one === value) ?? wordsOf(shape)[0];
    default:
      return plain(def.type, value);
  }
}
