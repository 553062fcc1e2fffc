/** The facts each of the ten scenarios of the collected material rests on, step by step; ids as in data/grounds. */
export const SCENARIO_FACTS: Readonly<Record<string, string>> = {
  "unknown-mobile-charges": `
    apple-mobile-billing-old identify-account-or-card law-44-5-info law-55-filing law-content-definition
    law-tariff-notice law-unordered-service letter-oral-first operator-detail-report operator-disable-sub
    operator-mf-can operator-mf-channels operator-mf-id`,
  "unwanted-subscription": `
    law-44-5-consent law-44-5-info law-unordered-service law-zpp16-3-days law-zpp16-options law-zpp161-scope
    letter-attachments letter-demands operator-detail-report operator-disable-sub operator-mf-can
    protect-mts-doc`,
  "content-ban": `
    law-44-5-account operator-disable-sub protect-ad-sms protect-child-device protect-content-account
    protect-content-ban protect-content-ban-limits protect-masscalls protect-t2-content-account`,
  xsolla: `
    bank-chargeback-terms bank-dispute-merchant bank-notify-next-day law-zpp161-4-2 law-zpp161-how law-zpp32
    letter-bank letter-merchant xsolla-10-business-days xsolla-14-days xsolla-bank-unhelpful
    xsolla-cancel-at-service xsolla-cancel-email-link xsolla-cancel-wallet xsolla-desc-official
    xsolla-desc-thirdparty xsolla-double-definition xsolla-double-gamekey xsolla-double-goods
    xsolla-double-ingame xsolla-double-subscription xsolla-eula-8 xsolla-find-charge xsolla-form-fields
    xsolla-table-gap xsolla-hold xsolla-original-method xsolla-pending-declined xsolla-policy-type
    xsolla-publisher-window xsolla-receipt xsolla-refund-not-received xsolla-refund-preorder
    xsolla-response-time xsolla-support xsolla-tax-on-top xsolla-use-waives xsolla-what xsolla-why-autorenew
    xsolla-why-other-person xsolla-why-xsplit xsplit-cancel`,
  "auto-renewal": `
    apple-desc apple-refund apple-russia-stopped apple-where bank-block-recurring bank-dispute-merchant
    bank-notify-next-day gplay-desc gplay-refund gplay-russia-paused gplay-unauthorised law-union-3days
    law-zpp161-24h law-zpp161-4-2 law-zpp161-how law-zpp161-scope law-zpp32 letter-own-term rustore-cancel
    rustore-renewal-window rustore-where sberprime-cancel steam-before-bank steam-cancel-subscription
    steam-desc steam-dota2-evidence steam-dota2-route steam-no-account steam-no-recurring steam-refund-14-2
    steam-refund-dlc steam-refund-ingame steam-refund-preorder steam-refund-subscription steam-refund-wallet
    steam-russia-cards steam-support store-vs-app vk-cancel wink-cancel yandex-plus-cancel
    yandex-plus-refund`,
  "child-purchase": `
    apple-refund bank-notify-next-day bank-refund-duty gplay-refund law-child-practice law-gk26 law-gk26-account law-gk28
    letter-bank letter-merchant protect-child-device protect-content-account protect-content-ban
    steam-no-recurring steam-support xsolla-publisher-window xsolla-support`,
  "fraud-or-stolen-sim": `
    bank-30-60 bank-answer-15 bank-card-from-phone-number bank-claim-30 bank-db-30 bank-must-inform
    bank-notify-next-day bank-ombudsman bank-refund-duty fraud-police law-antifraud2 law-sim-limit letter-bank operator-mf-can
    operator-mf-cannot protect-cooling-24h protect-credit-ban protect-sim-ban protect-sim-check
    protect-sim-lost`,
  "refund-refused": `
    bank-answer-15 bank-claim-30 bank-ombudsman identify-account-or-card law-44-5-consent law-44-5-info law-55-answer-30 law-55-answer-60
    law-55-answer-form law-55-before-court law-55-filing law-55-register law-gpk23 law-tr59
    law-unordered-service law-zpp13 law-zpp16-3-days law-zpp161-4-2 law-zpp17 law-zpp31 law-zpp32
    letter-attachments letter-bank letter-court letter-demands letter-evidence letter-fas letter-fields
    letter-law-line letter-merchant letter-own-term letter-rkn letter-rkn-evidence letter-rpn letter-two-copies letter-where
    operator-mf-letter-form`,
  "imposed-option": `
    law-55-answer-30 law-koap-imposed law-tariff-notice law-tr59 law-tr59-options law-unordered-service
    law-zpp16-3-days law-zpp16-options letter-evidence letter-oral-first letter-rkn letter-rpn
    operator-detail-report operator-disable-sub operator-mf-can`,
  spam: `
    law-44-1-mailing law-ads-consent law-marking law-masscalls law-pd-withdraw letter-fas operator-mf-id protect-ad-sms
    protect-fas-evidence protect-fas-form protect-masscalls protect-sim-ban protect-sim-check`,
};

/** Named by what holds for every scenario and by the table of deadlines, outside any scenario. */
export const FACTS_FOR_ALL = `
  steam-refund-time`;
