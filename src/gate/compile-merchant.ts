/** Authored merchants to what `charge` and `refund` read. */

import type { MerchantCharge, RefundRoute, RefundRules } from "../directory/types.js";
import type { AuthoredMerchant, AuthoredRefundRoutes } from "./merchant-schema.js";

export function compileCharge({ id, name, purpose, aliases, charge, refund }: AuthoredMerchant): MerchantCharge {
  return {
    id,
    name,
    purpose,
    aliases,
    ...charge,
    descriptors: charge.descriptors.map(({ text, whole, ground, means }) => ({
      text,
      whole: whole ?? false,
      ground,
      means: means ?? null,
    })),
    likely: charge.likely.map(({ ground, text, ...rest }) => ({ ...rest, ground: ground ?? null, text: text ?? null })),
    shortNumbers: charge.shortNumbers ?? null,
    generalFor: charge.generalFor ?? null,
    refundEstablished: refund.notEstablished === undefined,
    descriptorsNotEstablished: charge.descriptorsNotEstablished ?? null,
  };
}

export function compileRefund({ id, name, refund }: AuthoredMerchant): RefundRules {
  return {
    id,
    name,
    rules: refund.rules.map((rule) => ({
      ...rule,
      id: rule.id ?? rule.ground,
      for: rule.for as RefundRules["rules"][number]["for"],
      if: rule.if as RefundRules["rules"][number]["if"],
      gives: rule.gives ?? null,
      else: rule.else ?? null,
    })),
    assume: refund.assume as RefundRules["assume"],
    otherwise: { gives: refund.otherwise.gives, ground: refund.otherwise.ground ?? null },
    notEstablished: refund.notEstablished ?? null,
    request: refund.request,
    payout: refund.payout,
  };
}

export const compileRoutes = ({ routes }: AuthoredRefundRoutes): RefundRoute[] =>
  routes.map((route) => ({
    id: route.id ?? route.ground,
    route: route.route,
    ground: route.ground,
    if: route.if as RefundRoute["if"],
    general: route.general ?? false,
    gives: route.gives ?? null,
  }));
