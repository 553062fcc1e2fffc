import { checklistReferences } from "./record/checklist-references.js";
import { checklistStepsAreReached } from "./record/checklist-steps-are-reached.js";
import { checklistTermsAreStated } from "./record/checklist-terms-are-stated.js";
import { claimsAreWhole } from "./record/claims-are-whole.js";
import { conditionsCanHold } from "./record/conditions-can-hold.js";
import { costHasADefault } from "./record/cost-has-a-default.js";
import { datesNotInFuture } from "./record/dates-not-in-future.js";
import { everyTopicHasExamples } from "./record/every-topic-has-examples.js";
import { idsSayWhere } from "./record/ids-say-where.js";
import { knownReferences } from "./record/known-references.js";
import { mentionsAreKnown } from "./record/mentions-are-known.js";
import { messagesAreWhole } from "./record/messages-are-whole.js";
import { namesAreUnambiguous } from "./record/names-are-unambiguous.js";
import { numberForms } from "./record/number-forms.js";
import { numberingIsWhole } from "./record/numbering-is-whole.js";
import { oneChannelAValue } from "./record/one-channel-a-value.js";
import { ownLineOfATopic } from "./record/own-line-of-a-topic.js";
import { refutedIsNotOffered } from "./record/refuted-is-not-offered.js";
import { secureLinks } from "./record/secure-links.js";
import { textsInTheirLanguage } from "./record/texts-in-their-language.js";
import { uncitedWithoutAddress } from "./record/uncited-without-address.js";
import { uniqueIds } from "./record/unique-ids.js";
import { validFullNumbers } from "./record/valid-full-numbers.js";
import type { GateRule } from "./rule.js";
import { everyChannelIsReached } from "./whole/every-channel-is-reached.js";
import { everyTopicIsAnswered } from "./whole/every-topic-is-answered.js";
import { noTies } from "./whole/no-ties.js";

/** Rules about single records and what they refer to. */
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
/** Rules that walk every situation of every caller. */
const WHOLE_RULES: readonly GateRule[] = [noTies, everyChannelIsReached, everyTopicIsAnswered];

/** Rules for the directory itself: an overlay adds lines and cannot change the general ones, and has no part in what stands beside. */
const OWN_RULES: readonly GateRule[] = [ownLineOfATopic, messagesAreWhole, numberingIsWhole, everyTopicHasExamples];

export { OWN_RULES, RECORD_RULES, WHOLE_RULES };
