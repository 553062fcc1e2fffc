import { checklistReferences } from "./checklist-references.js";
import { checklistStepsAreReached } from "./checklist-steps-are-reached.js";
import { checklistTermsAreStated } from "./checklist-terms-are-stated.js";
import { claimsAreWhole } from "./claims-are-whole.js";
import { conditionsCanHold } from "./conditions-can-hold.js";
import { costHasADefault } from "./cost-has-a-default.js";
import { datesNotInFuture } from "./dates-not-in-future.js";
import { everyChannelIsReached } from "./every-channel-is-reached.js";
import { everyTopicIsAnswered } from "./every-topic-is-answered.js";
import { idsSayWhere } from "./ids-say-where.js";
import { knownReferences } from "./known-references.js";
import { mentionsAreKnown } from "./mentions-are-known.js";
import { namesAreUnambiguous } from "./names-are-unambiguous.js";
import { noTies } from "./no-ties.js";
import { numberForms } from "./number-forms.js";
import { oneChannelAValue } from "./one-channel-a-value.js";
import { ownLineOfATopic } from "./own-line-of-a-topic.js";
import { refutedIsNotOffered } from "./refuted-is-not-offered.js";
import type { GateRule } from "./rule.js";
import { secureLinks } from "./secure-links.js";
import { textsInTheirLanguage } from "./texts-in-their-language.js";
import { uncitedWithoutAddress } from "./uncited-without-address.js";
import { uniqueIds } from "./unique-ids.js";
import { validFullNumbers } from "./valid-full-numbers.js";

/** Rules about single records; the whole may be walked only when they hold. */
const RECORD_RULES: readonly GateRule[] = [
  uniqueIds,
  idsSayWhere,
  knownReferences,
  checklistReferences,
  checklistTermsAreStated,
  checklistStepsAreReached,
  mentionsAreKnown,
  namesAreUnambiguous,
  datesNotInFuture,
  uncitedWithoutAddress,
  numberForms,
  validFullNumbers,
  secureLinks,
  costHasADefault,
  textsInTheirLanguage,
  oneChannelAValue,
  conditionsCanHold,
  refutedIsNotOffered,
  claimsAreWhole,
];
const WALKING_RULES: readonly GateRule[] = [noTies, everyChannelIsReached, everyTopicIsAnswered];

/** Rules that a company's overlay may break: it adds lines and cannot change the general ones. */
const OWN_RULES: readonly GateRule[] = [ownLineOfATopic];

export { OWN_RULES, RECORD_RULES, WALKING_RULES };
