import type { AuthoredDirectory } from "../../authored.js";
import { asJson } from "../../issue.js";
import { at, type Finding, type GateRule } from "../rule.js";

interface Placed {
  id: string;
  /** The finding to make if the id is taken. */
  place: (message: Finding["message"]) => Finding;
}

/** Of records that share one list of ids, those whose id an earlier one has. */
function repeated(records: readonly Placed[]): Finding[] {
  const seen = new Set<string>();
  return records.flatMap(({ id, place }) => {
    const taken = seen.has(id);
    seen.add(id);
    if (!taken) return [];
    const finding = place({ ru: `${id}: id уже занят`, en: `${id} is already taken` });
    return [{ ...finding, instead: asJson(`${id}-2`) }];
  });
}

const parties = ({ parties }: AuthoredDirectory): Placed[] =>
  parties.map((entry) => ({ id: entry.party.id, place: (message) => at(entry, "id", message) }));

const topics = (directory: AuthoredDirectory): Placed[] =>
  directory.topics.topics.map(({ id }, index) => ({
    id,
    place: (message) => ({ file: "topics.json", path: `topics[${index}].id`, message }),
  }));

const channels = (directory: AuthoredDirectory): Placed[] =>
  directory.parties.flatMap((entry) =>
    entry.party.channels.map(({ id }, index) => ({
      id,
      place: (message) => at(entry, `channels[${index}].id`, message),
    })),
  );

const grounds = ({ grounds }: AuthoredDirectory): Placed[] =>
  grounds.flatMap(({ file, content }) =>
    content.grounds.map(({ id }, index) => ({
      id,
      place: (message) => ({ file, path: `grounds[${index}].id`, message }),
    })),
  );

const checklists = ({ checklists }: AuthoredDirectory): Placed[] =>
  checklists.map(({ file, content }) => ({ id: content.id, place: (message) => ({ file, path: "id", message }) }));

/** Steps are told apart inside their checklist, answers inside their step. */
const insideChecklists = ({ checklists }: AuthoredDirectory): Finding[] =>
  checklists.flatMap(({ file, content }) => {
    const placed = (records: readonly { id: string }[], path: string): Placed[] =>
      records.map(({ id }, index) => ({
        id,
        place: (message) => ({ file, path: `${path}[${index}].id`, message }),
      }));
    return [
      ...repeated(placed(content.steps, "steps")),
      ...content.steps.flatMap((step, index) => repeated(placed(step.branches ?? [], `steps[${index}].branches`))),
    ];
  });

/** Rules, conflicts and values never offered are told apart inside their party only. */
function insideParties(directory: AuthoredDirectory): Finding[] {
  return directory.parties.flatMap((entry) =>
    (["rules", "conflicts", "neverOffered"] as const).flatMap((list) =>
      repeated(
        entry.party[list].map(({ id }, index) => ({
          id,
          place: (message) => at(entry, `${list}[${index}].id`, message),
        })),
      ),
    ),
  );
}

export const uniqueIds: GateRule = {
  id: "unique-ids",
  why: {
    ru: "по id на запись ссылаются скрипты и прогоны; он постоянный и один на всех",
    en: "scripts and saved runs refer to a record by its id; it is permanent and belongs to one record",
  },
  check(directory) {
    return [
      ...repeated([...parties(directory), ...channels(directory)]),
      ...repeated(topics(directory)),
      ...repeated(grounds(directory)),
      ...repeated(checklists(directory)),
      ...insideParties(directory),
      ...insideChecklists(directory),
    ];
  },
};
