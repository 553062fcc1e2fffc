/** What an assistant has to know to use the program: one page, made of what the commands declare. */
import { command } from "../line/spec.js";

/** What an assistant asks for; the rest is for people. */
const FOR_ASSISTANTS = ["ask", "route", "whose", "charge", "emergency", "reply"];

export const skillCommand = command({
  run(_line, { words }) {
    const commands = FOR_ASSISTANTS.map((name) => {
      const examples = words.say(`examples.${name}`).replace(/^ {2}/gm, "").trimEnd();
      return `### dozvon ${name}\n\n${words.say(`help.${name}`)}\n\n\`\`\`sh\n${examples}\n\`\`\``;
    });
    // Markdown with the head that assistants' tools read: a name, and when to use it.
    const parts = [
      `---\nname: dozvon\ndescription: ${words.say("skill.when")}\n---`,
      `# dozvon\n\n${words.say("skill.what")}`,
      `## ${words.say("skill.commands")}`,
      ...commands,
      `## ${words.say("skill.doubt")}\n\n${words.say("skill.reading")}`,
      `## ${words.say("skill.limits")}\n\n${words.say("skill.never")}`,
    ];
    const text = `${parts.join("\n\n")}\n`;
    return { kind: "skill", result: () => ({ text }), text: () => text };
  },
});
