// Which results have a place on the map, and what to say of those that have none.

/** Whether people go there. What comes to you, or is there from afar, has no place. */
function goesTo({ tags }) {
  return tags.has("where:locatie") || ![...tags].some((tag) => tag.startsWith("where:"));
}

/** Whether a result stands on the map. A place that is unknown or not public has no `at`. */
export function placed(record) {
  return record.kind === "offer" && Boolean(record.at?.length);
}

/**
 * @param {Array<object>} records in the order of the list
 * @returns {Array<{at: [number, number], records: Array<object>}>} what is at the same place together, in that order
 */
export function spots(records) {
  const found = new Map();
  for (const record of records.filter(placed)) {
    for (const [lat, lon] of record.at) {
      const key = [lat, lon].join();
      if (!found.has(key)) found.set(key, { at: [lat, lon], records: [] });
      found.get(key).records.push(record);
    }
  }
  return [...found.values()];
}

/** How many offers are not on the map: those that come to you or are there from afar, and those whose place can't be shown. */
export function beside(records) {
  const others = records.filter((record) => record.kind === "offer" && !placed(record));
  const unplaced = others.filter(goesTo).length;
  return { afar: others.length - unplaced, unplaced };
}
