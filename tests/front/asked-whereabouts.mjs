// Asks the look-up of the municipality chooser what stands in a file, as a page of the whole country would, and tells what
// leads elsewhere. {choices, more, asked: [[typed, id], …]} → the pairs that don't lead there, surely.

import { readFileSync } from "node:fs";
import { Whereabouts } from "../../overrides/components/municipality-chooser/whereabouts.mjs";

const { choices, more, asked } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const known = new Whereabouts(choices);
known.learn(more);
const lost = asked.filter(([typed, id]) => !known.find(typed).some((found) => found.id === id && found.sure));
console.log(JSON.stringify(lost));
