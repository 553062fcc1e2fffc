/** The shape of data/messages and data/understanding: words, no records. */
import * as z from "zod";
import { like, message, pattern } from "../schemas/shared.js";
import { SITUATION_LISTS, type Situations } from "../understanding/dictionaries.js";

const words = z.string().min(1);

/** The interface's own words by key, a file a subject; `{name}` marks a value to fill in. */
const NOT_A_KEY = message("ключ — строчные слова через точку", "keys are lower-case words joined by dots");
export const messages = z.record(like(/^[a-z0-9.-]+$/, NOT_A_KEY), z.strictObject({ ru: words, en: words }));

const patterns = z.array(pattern);

const named = { ru: z.array(z.string()), en: z.array(z.string()) };
export const places = z.strictObject({
  abroad: z.array(z.strictObject({ country: like(/^[A-Z]{2}$/).nullable(), ...named })),
  russia: z.strictObject(named),
});

export const situations = z.strictObject(
  Object.fromEntries(SITUATION_LISTS.map((list) => [list, patterns])) as Record<keyof Situations, typeof patterns>,
);

export const concepts = z.record(z.string(), patterns);
export const operatorClues = z.record(z.string(), z.number());
