/** Grounds, letters, checklists and merchants to what reads them: their schemas have filled in everything else. */
import type { ClaimLetter } from "../directory/claim-types.js";
import type {
  Checklist,
  ChecklistStep,
  ChecklistSummary,
  Ground,
  MerchantCharge,
  RefundRoute,
  RefundRules,
} from "../directory/types.js";
import type { AuthoredChecklist, AuthoredStep } from "../schemas/checklists.js";
import type { AuthoredClaim } from "../schemas/claims.js";
import type { AuthoredGround } from "../schemas/grounds.js";
import type { AuthoredMerchant, AuthoredRefundRoutes } from "../schemas/merchants.js";
import { witnessed } from "./compile.js";

export const compileGround = ({ disputed, ...ground }: AuthoredGround, area: string): Ground => ({
  ...witnessed(ground, disputed),
  area,
});

export const compileClaim = ({ $schema: _schema, ...claim }: AuthoredClaim): ClaimLetter => claim;

export const groundOf = (ground: AuthoredStep["grounds"][number]): ChecklistStep["grounds"][number] =>
  typeof ground === "string" ? { id: ground, operator: null } : ground;

export const compileChecklist = ({ $schema: _schema, steps, ...checklist }: AuthoredChecklist): Checklist => ({
  ...checklist,
  steps: steps.map((step) => ({ ...step, grounds: step.grounds.map(groundOf) })),
});

export const summariseChecklist = ({ id, title, topics }: AuthoredChecklist): ChecklistSummary => ({
  id,
  title,
  topics,
});

export const compileCharge = ({ id, name, purpose, aliases, charge, refund }: AuthoredMerchant): MerchantCharge => ({
  ...{ id, name, purpose, aliases },
  ...charge,
  refundEstablished: refund.notEstablished === null,
});

const withId = <T extends { id?: string | undefined; ground: string }>(rule: T): T & { id: string } => ({
  ...rule,
  id: rule.id ?? rule.ground,
});

export const compileRefund = ({ id, name, refund }: AuthoredMerchant): RefundRules => ({
  id,
  name,
  ...refund,
  rules: refund.rules.map(withId),
});

export const compileRoutes = ({ routes }: AuthoredRefundRoutes): RefundRoute[] => routes.map(withId);
