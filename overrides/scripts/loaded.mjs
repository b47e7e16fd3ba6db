// A file of the site's own data, as it stands there.

/** The JSON at an address. Rejects when it isn't there. */
export async function loaded(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return answer.json();
}
