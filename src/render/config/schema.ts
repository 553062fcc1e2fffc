/** `data check`, `schema codes` and `config`. */
import * as z from "zod";
import { REACH_RULES, REASONS } from "../../vocabulary/channels.js";
import { NO_CALL, NOTICES, PROBLEMS } from "../../vocabulary/codes.js";
import { issue } from "../envelope/schema.js";
import { text } from "../shared-schemas.js";

export const dataCheck = z.strictObject({
  valid: z.boolean(),
  operators: z.int(),
  channels: z.int(),
  topics: z.int(),
  issues: z.array(issue),
});

export const codes = z.strictObject({
  problems: z.array(z.enum(PROBLEMS)),
  noCall: z.array(z.enum(NO_CALL)),
  reasons: z.array(z.enum(REASONS)),
  rules: z.array(z.enum(REACH_RULES)),
  notices: z.array(z.enum(NOTICES)),
});

export const config = z.strictObject({
  path: text,
  settings: z.array(
    z.strictObject({
      key: text,
      value: z.string().nullable(),
      origin: z.enum(["flag", "environment", "saved", "default"]),
    }),
  ),
});
