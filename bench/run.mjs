/** `npm run bench [-- name...]`: runs the named benchmarks, or all, and prints ratios measured in one run. */
const benchmarks = {
  startup: () => import('./startup.mjs'),
  content: () => import('./content.mjs'),
  reviews: () => import('./reviews.mjs'),
  scheduling: () => import('./scheduling/index.mjs'),
  simulator: () => import('./simulator/index.mjs'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}`,
  );
  process.exit(2);
}
for (const [name, load] of Object.entries(benchmarks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  await (await load()).run();
}
