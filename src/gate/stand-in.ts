/**
 * A value with whatever has the wrong type replaced, so that rules can look at the rest. Not a repair: what stands in is nothing
 * anybody wrote, and nothing is to be said of it.
 */
import { accepts, asShape, isRecord, likeliest, type Shape, wordsOf } from "./shape.js";

type Entries = [string, unknown][];

function fieldsOf(shape: Readonly<Record<string, unknown>>, value: unknown): Entries {
  const given = isRecord(value) ? value : {};
  return Object.entries(shape).flatMap(([key, field]): Entries => {
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

/** @param value of any shape at all. */
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
