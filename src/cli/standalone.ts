/** Where a standalone executable begins: its code is compiled already, so that nothing stands between it and the program. */
import { main } from "./main.js";

main(process.argv.slice(2));
