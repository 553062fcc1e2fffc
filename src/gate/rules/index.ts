/** Every rule by its id; the reason for it stands in data/messages/gate.json. */
import { everyTopicHasExamples, numberingIsWhole } from "./beside.js";
import { numberForms, secureLinks, validFullNumbers } from "./channel-values.js";
import * as channels from "./channels.js";
import { conditionsCanHold } from "./charges.js";
import { checklistStepsAreReached, checklistTermsAreStated } from "./checklists.js";
import { claimsAreWhole } from "./claims.js";
import * as references from "./references.js";
import { everyChannelIsReached, everyTopicIsAnswered, noTies } from "./situations.js";
import * as texts from "./texts-and-sources.js";

/** Rules about single records and what they refer to. */
export const RECORD_RULES = {
  "unique-ids": references.uniqueIds,
  "ids-say-where": references.idsSayWhere,
  "known-references": references.knownReferences,
  "checklist-terms-are-stated": checklistTermsAreStated,
  "checklist-steps-are-reached": checklistStepsAreReached,
  "mentions-are-known": references.mentionsAreKnown,
  "names-are-unambiguous": channels.namesAreUnambiguous,
  "dates-not-in-future": texts.datesNotInFuture,
  "uncited-without-address": texts.uncitedWithoutAddress,
  "number-forms": numberForms,
  "valid-full-numbers": validFullNumbers,
  "secure-links": secureLinks,
  "cost-has-a-default": channels.costHasADefault,
  "texts-in-their-language": texts.textsInTheirLanguage,
  "one-channel-a-value": channels.oneChannelAValue,
  "conditions-can-hold": conditionsCanHold,
  "refuted-is-not-offered": channels.refutedIsNotOffered,
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
  "own-line-of-a-topic": channels.ownLineOfATopic,
  "messages-are-whole": texts.messagesAreWhole,
  "numbering-is-whole": numberingIsWhole,
  "every-topic-has-examples": everyTopicHasExamples,
};
