/** One call of every command there is, and what it is asked to write. Shared by the tests of what dozvon does to the machine. */

export interface Example {
  args: readonly string[];
  input?: string;
  /** Files it is asked to write, below the current folder. */
  writes?: readonly string[];
  /** It is asked to keep settings or a run. */
  keeps?: boolean;
}

/** A phone number, a card and a name that must not be found anywhere afterwards. */
export const PERSONAL = { phone: "9261234567", card: "4276380012345678", name: "Константинопольский" } as const;

const FIELDS = ["--field", `name=${PERSONAL.name}`, "--field", `number=+7${PERSONAL.phone}`];
const FACTS = ["-o", "mts", "-f", "own", "-r", "home", "-s", "personal"];

export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  route: [{ args: [...FACTS] }, { args: ["-n", `+7${PERSONAL.phone}`] }, { args: ["--from", PERSONAL.phone] }],
  contacts: [
    { args: ["mts"] },
    { args: ["mts", "--format", "vcf", "-O", "mts.vcf"], writes: ["mts.vcf"] },
    { args: ["mts", "--format", "html", "-O", "mts.html"], writes: ["mts.html"] },
  ],
  ask: [
    { args: [`меня зовут ${PERSONAL.name}, мой номер +7${PERSONAL.phone}, карта ${PERSONAL.card}, мтс списал деньги`] },
  ],
  emergency: [{ args: [] }],
  operators: [{ args: [] }],
  topics: [{ args: [] }],
  sources: [{ args: ["mts"] }],
  conflicts: [{ args: ["mts"] }],
  whose: [{ args: [`+7${PERSONAL.phone}`] }, { args: ["-"], input: `+7${PERSONAL.phone}\n` }],
  charge: [{ args: [`XSOLLA ${PERSONAL.card}`] }],
  refund: [{ args: ["steam"] }],
  find: [{ args: ["мтс", "детализация"] }],
  reply: [{ args: ["balance", "-o", "mts"] }],
  report: [{ args: ["megafon.voice.toll-free"] }],
  skill: [{ args: [] }],
  mcp: [{ args: [], input: "" }],
  "checklist list": [{ args: [] }],
  "checklist show": [{ args: ["spam", "-n", `+7${PERSONAL.phone}`] }],
  "checklist status": [{ args: [] }],
  "checklist start": [{ args: ["spam", "-n", `+7${PERSONAL.phone}`], keeps: true }],
  "checklist resume": [{ args: [] }],
  "checklist forget": [{ args: ["--all"] }],
  "checklist done": [{ args: [PERSONAL.phone] }],
  "checklist skip": [{ args: [PERSONAL.phone] }],
  "checklist later": [{ args: [PERSONAL.phone] }],
  "checklist fail": [{ args: [PERSONAL.phone] }],
  "checklist note": [{ args: [PERSONAL.name] }],
  batch: [{ args: [], input: `{"ref":1,"number":"+7${PERSONAL.phone}"}\n{"ref":2,"whose":"+7${PERSONAL.phone}"}\n` }],
  "data check": [{ args: [] }],
  "data new-overlay": [{ args: ["lines"], writes: ["lines/"] }],
  claim: [
    { args: ["content-without-consent", "-o", "mts", ...FIELDS] },
    { args: ["content-without-consent", "-o", "mts", ...FIELDS, "-O", "claim.txt"], writes: ["claim.txt"] },
    { args: ["content-without-consent", "-o", "mts", "-O", "claim.docx"], writes: ["claim.docx"] },
  ],
  "config list": [{ args: [] }],
  "config get": [{ args: ["operator"] }],
  "config path": [{ args: [] }],
  "config set": [{ args: ["operator", "mts"], keeps: true }, { args: ["operator", `+7${PERSONAL.phone}`] }],
  "config unset": [{ args: ["operator"], keeps: true }],
  schema: [{ args: ["route"] }],
  completion: [{ args: ["bash"] }],
  complete: [{ args: ["--", "ro"] }],
};

export interface Call extends Example {
  line: readonly string[];
}

export const CALLS: readonly Call[] = Object.entries(EXAMPLES).flatMap(([command, examples]) =>
  examples.map((example) => ({ ...example, line: [...command.split(" "), ...example.args] })),
);
