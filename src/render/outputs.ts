/** Every output by its kind: `dozvon schema` prints what is made of these types, so what is written is what is published. */
import type { ReachRule, Reason } from "../vocabulary/channels.js";
import type { NoCall, NoticeCode, ProblemCode } from "../vocabulary/codes.js";
import type { chargeJson } from "./charge/json.js";
import type { checklistJson, checklistSummaryJson, runJson } from "./checklist/json.js";
import type { claimJson } from "./claim/json.js";
import type { cardJson } from "./contacts/json.js";
import type { issuesJson } from "./envelope/issues.js";
import type { Document } from "./envelope/json.js";
import type { foundJson } from "./find/text.js";
import type { conflictsJson, operatorsJson, sourcesJson, topicsJson } from "./listings/json.js";
import type { refundJson } from "./refund/json.js";
import type { replyJson } from "./reply/text.js";
import type { routingJson } from "./route/json.js";
import type { whoseJson } from "./whose/json.js";

type Reply = ReturnType<typeof replyJson>;
type Run = ReturnType<typeof runJson>;
type Issues = ReturnType<typeof issuesJson>;

type Routing = ReturnType<typeof routingJson> & {
  /** In a batch whose line asks for it: a ready message to the customer. */
  reply?: Reply;
};

export interface Setting {
  key: string;
  value: string | null;
  origin: "flag" | "environment" | "saved" | "default";
}

interface Results {
  route: Routing;
  ask: Routing;
  emergency: Routing;
  contacts: ReturnType<typeof cardJson>;
  find: ReturnType<typeof foundJson>;
  reply: Reply;
  report: {
    channel: string;
    title: string;
    /** Markdown. */
    body: string;
  };
  operators: { operators: ReturnType<typeof operatorsJson> };
  topics: { topics: ReturnType<typeof topicsJson> };
  sources: ReturnType<typeof sourcesJson>;
  conflicts: { parties: ReturnType<typeof conflictsJson> };
  charge: ReturnType<typeof chargeJson>;
  refund: ReturnType<typeof refundJson>;
  "data-check": { valid: boolean; operators: number; channels: number; topics: number; issues: Issues };
  "data-new-overlay": { folder: string; files: string[] };
  claim: ReturnType<typeof claimJson>;
  /** `list`, `show`, `status`, `forget`, and what all other subcommands answer: the run after them. */
  checklist:
    | { checklists: ReturnType<typeof checklistSummaryJson>[] }
    | { checklist: ReturnType<typeof checklistJson> }
    | { runs: Run[] }
    | { forgotten: string[] }
    | { run: Run };
  config: { path: string; settings: Setting[] };
  whose: ReturnType<typeof whoseJson>;
  codes: { problems: ProblemCode[]; noCall: NoCall[]; reasons: Reason[]; rules: ReachRule[]; notices: NoticeCode[] };
  schema: { kinds: string[] };
  skill: { text: string };
  completion: { shell: string; script: string };
  help: { text: string };
  version: { version: string };
  /** What a command line gets that names no command. */
  usage: null;
}

export type Outputs = { [Kind in keyof Results]: Document<Kind, Results[Kind], Issues> };
