import { everyTopicHasExamples, numberingIsWhole } from "./beside.js";
import { numberForms, secureLinks, validFullNumbers } from "./channel-values.js";
import {
  costHasADefault,
  namesAreUnambiguous,
  oneChannelAValue,
  ownLineOfATopic,
  refutedIsNotOffered,
} from "./channels.js";
import { conditionsCanHold } from "./charges.js";
import { checklistStepsAreReached, checklistTermsAreStated } from "./checklists.js";
import { claimsAreWhole } from "./claims.js";
import { idsSayWhere, knownReferences, mentionsAreKnown, uniqueIds } from "./references.js";
import type { GateRule } from "./rule.js";
import { everyChannelIsReached, everyTopicIsAnswered, noTies } from "./situations.js";
import {
  datesNotInFuture,
  messagesAreWhole,
  textsInTheirLanguage,
  uncitedWithoutAddress,
} from "./texts-and-sources.js";

/** Rules about single records and what they refer to. */
const RECORD_RULES: readonly GateRule[] = [
  uniqueIds,
  idsSayWhere,
  knownReferences,
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
/** Rules that walk every situation of every caller. */
const WHOLE_RULES: readonly GateRule[] = [noTies, everyChannelIsReached, everyTopicIsAnswered];

/** Rules for the directory itself: an overlay adds lines and cannot change the general ones, and has no part in what stands beside. */
const OWN_RULES: readonly GateRule[] = [ownLineOfATopic, messagesAreWhole, numberingIsWhole, everyTopicHasExamples];

export { OWN_RULES, RECORD_RULES, WHOLE_RULES };
