/** Every rule by its id; the reason for it stands in data/messages/gate.json. */
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
import { everyChannelIsReached, everyTopicIsAnswered, noTies } from "./situations.js";
import {
  datesNotInFuture,
  messagesAreWhole,
  textsInTheirLanguage,
  uncitedWithoutAddress,
} from "./texts-and-sources.js";

/** Rules about single records and what they refer to. */
export const RECORD_RULES = {
  "unique-ids": uniqueIds,
  "ids-say-where": idsSayWhere,
  "known-references": knownReferences,
  "checklist-terms-are-stated": checklistTermsAreStated,
  "checklist-steps-are-reached": checklistStepsAreReached,
  "mentions-are-known": mentionsAreKnown,
  "names-are-unambiguous": namesAreUnambiguous,
  "dates-not-in-future": datesNotInFuture,
  "uncited-without-address": uncitedWithoutAddress,
  "number-forms": numberForms,
  "valid-full-numbers": validFullNumbers,
  "secure-links": secureLinks,
  "cost-has-a-default": costHasADefault,
  "texts-in-their-language": textsInTheirLanguage,
  "one-channel-a-value": oneChannelAValue,
  "conditions-can-hold": conditionsCanHold,
  "refuted-is-not-offered": refutedIsNotOffered,
  "claims-are-whole": claimsAreWhole,
};
/** Rules that walk every situation of every caller. */
export const WHOLE_RULES = {
  "no-ties": noTies,
  "every-channel-is-reached": everyChannelIsReached,
  "every-topic-is-answered": everyTopicIsAnswered,
};

/** Rules for the directory itself: an overlay adds lines and cannot change the general ones, and has no part in what stands beside. */
export const OWN_RULES = {
  "own-line-of-a-topic": ownLineOfATopic,
  "messages-are-whole": messagesAreWhole,
  "numbering-is-whole": numberingIsWhole,
  "every-topic-has-examples": everyTopicHasExamples,
};
