/** A link of the directory, handed to whatever the system opens links with. */
import { spawn } from "node:child_process";
import type { Channel } from "../../directory/types.js";

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

export const isLink = ({ uri }: Channel): boolean => uri?.startsWith("https://") ?? false;

/**
 * The link is one argument, never a shell's line; the opener is not waited for.
 * @param channel one that `isLink`.
 * @returns whether there is a program to open it.
 */
export function openLink({ uri }: Channel): Promise<boolean> {
  const [program, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(program, [...args, uri ?? ""], { detached: true, stdio: "ignore" });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
