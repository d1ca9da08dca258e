#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3 (npm): texts of a feed that look like numbers become numbers and then texts again. The guid "08140770" is read
# as "8140770", "12e03" as "12000", and two of 23 digits that differ in the last two both as "2.0261101013000123e+22"; the titles "0.50" and
# "08140770" are "0.5" and "8140770". Nothing warns.
# Expected: the texts as they are. RSS 2.0 says that a guid is to be viewed as a string, the README has `id: string` and `title: string`, and
# rss-parser 3.13.0, feedparser 2.6.0, feedsmith 3.0.1, and @rowanmanning/feed-parser 2.1.5 keep all of them.
# It matters for feeds of rain, where the number of a gauge or the time of a reading is a guid or a title: entries that differ look the same,
# and a reader that knows entries by their guids leaves the second one out. Pass { xmlParserOptions: { parseTagValue: false } }.
# Needs Node.js and npm; installs the pinned packages into a temporary folder.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf '{ "private": true, "type": "module" }\n' >package.json
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3 rss-parser@3.13.0 feedparser@2.6.0 feedsmith@3.0.1 @rowanmanning/feed-parser@2.1.5

cat >ask.js <<'JS'
import { extractFromXml } from '@extractus/feed-extractor';
import { parseFeed } from '@rowanmanning/feed-parser';
import FeedParser from 'feedparser';
import { parseFeed as smith } from 'feedsmith';
import RssParser from 'rss-parser';

const entries = [['08140770', '0.50'], ['12e03', '08140770'], ['20261101013000123456789', 'Rain'], ['20261101013000123456790', 'Rain']];
const items = entries.map(([guid, title]) => `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>https://example.com/</link></item>`);
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Rain</title><link>https://example.com/</link><description>Rain</description>${items.join('')}</channel></rss>`;
const readers = {
  'feed-extractor': () => extractFromXml(feed).entries.map(({ id, title }) => [id, title]),
  'feed-extractor without numbers': () => extractFromXml(feed, { xmlParserOptions: { parseTagValue: false } }).entries.map(({ id, title }) => [id, title]),
  'rss-parser': async () => (await new RssParser().parseString(feed)).items.map(({ guid, title }) => [guid, title]),
  feedparser: () => new Promise((resolve, reject) => {
    const read = [];
    new FeedParser().on('data', ({ guid, title }) => read.push([guid, title])).on('end', () => resolve(read)).on('error', reject).end(feed);
  }),
  feedsmith: () => smith(feed).feed.items.map(({ guid, title }) => [guid.value ?? guid, title.value ?? title]),
  '@rowanmanning/feed-parser': () => parseFeed(feed).items.map(({ id, title }) => [id, title]),
};
for (const [name, read] of Object.entries(readers)) {
  const seen = await read();
  console.log(`${name}: ${seen.map(entry => JSON.stringify(entry)).join(' ')}, ${new Set(seen.map(([guid]) => guid)).size} guids`);
}
JS
node ask.js | tee seen.txt
diff - seen.txt <<'SEEN'
feed-extractor: ["8140770","0.5"] ["12000","8140770"] ["2.0261101013000123e+22","Rain"] ["2.0261101013000123e+22","Rain"], 3 guids
feed-extractor without numbers: ["08140770","0.50"] ["12e03","08140770"] ["20261101013000123456789","Rain"] ["20261101013000123456790","Rain"], 4 guids
rss-parser: ["08140770","0.50"] ["12e03","08140770"] ["20261101013000123456789","Rain"] ["20261101013000123456790","Rain"], 4 guids
feedparser: ["08140770","0.50"] ["12e03","08140770"] ["20261101013000123456789","Rain"] ["20261101013000123456790","Rain"], 4 guids
feedsmith: ["08140770","0.50"] ["12e03","08140770"] ["20261101013000123456789","Rain"] ["20261101013000123456790","Rain"], 4 guids
@rowanmanning/feed-parser: ["08140770","0.50"] ["12e03","08140770"] ["20261101013000123456789","Rain"] ["20261101013000123456790","Rain"], 4 guids
SEEN
