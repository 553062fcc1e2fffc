import type { MerchantCharge } from "../../src/directory/types.js";

/** Its names resemble nothing that the rows have. */
export const seller = (id: string, parts: Partial<MerchantCharge>): MerchantCharge => ({
  id,
  name: { ru: "Щ".repeat(20), en: "Q".repeat(40) },
  purpose: { ru: "", en: "" },
  aliases: [],
  accounts: [],
  descriptors: [],
  descriptorsNotEstablished: null,
  not: [],
  senders: [],
  shortNumbers: null,
  explains: [],
  likely: [],
  cancel: [],
  support: [],
  checklist: "",
  generalFor: null,
  refundEstablished: false,
  ...parts,
});
