// Plans ring maps for a test: a line with the data of one in, a line with its drawing out.

import { createInterface } from "node:readline";
import { planned } from "../../overrides/components/rings/planned.mjs";

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(planned(JSON.parse(line))));
