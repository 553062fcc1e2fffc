/** Opens what `charge` and `refund` read; a look-up of channels never does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MerchantCharge, RefundRoute, RefundRules } from "./types.js";

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

/** @param folder where the build put the compiled directory. */
export const loadCharges = (folder: string): readonly MerchantCharge[] =>
  readJson<MerchantCharge[]>(join(folder, "merchants", "charges.json"));

/** @param id of a merchant that `loadCharges` lists. */
export const loadRefund = (folder: string, id: string): RefundRules =>
  readJson<RefundRules>(join(folder, "merchants", `${id}.json`));

export const loadRefundRoutes = (folder: string): readonly RefundRoute[] =>
  readJson<RefundRoute[]>(join(folder, "refund-routes.json"));
