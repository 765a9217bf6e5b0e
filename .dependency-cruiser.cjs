/**
 * The map of the house as rules: which room may import which. ARCHITECTURE.md explains them.
 * A rule is `room -> everything but the allowed rooms`.
 */
const room = (name, allowed, extra = {}) => ({
  name: `${name}-imports-only-its-neighbours`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: [name, ...allowed].map((r) => `^src/${r}/`), ...extra },
});
const onlyIn = (name, packages, file) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: file },
  to: { path: packages },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$'] },
      to: {},
    },
    // Node 20 has no SQLite of its own; the one file that asks for it falls back.
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^node:sqlite$' },
    },
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    room('markdown', ['domain']),
    room('wording', []),
    room('content', ['domain', 'markdown', 'wording']),
    room('scheduling', ['domain']),
    room('reviews', ['domain', 'scheduling']),
    room('grading', ['domain']),
    room('charts', []),
    room('statistics', ['domain', 'scheduling']),
    room('training', ['domain', 'scheduling', 'statistics']),
    room('tui', ['domain', 'markdown', 'grading', 'charts']),
    room('platform', ['domain']),
    // The simulator is a house of its own: events and settings are its words, each other room is a floor on those below.
    room('simulator/engine', []),
    room('simulator/events', ['simulator/engine']),
    room('simulator/settings', ['simulator/engine', 'simulator/events', 'simulator/broker']),
    room('simulator/semantics', ['simulator/engine', 'simulator/events', 'simulator/settings']),
    room('simulator/observers', ['simulator/engine', 'simulator/events', 'simulator/settings']),
    room('simulator/faults', ['simulator/engine', 'simulator/events', 'simulator/settings']),
    room('simulator/actors', [
      'simulator/engine',
      'simulator/events',
      'simulator/settings',
      'simulator/broker',
      'simulator/faults',
    ]),
    room('simulator/scenario', ['simulator', 'domain', 'wording']),
    room('exercises', ['domain', 'wording', 'simulator']),
    {
      name: 'broker-has-no-engine',
      comment:
        'One broker, two drivers: virtual time and real time. It knows the units of time, not the calendar.',
      severity: 'error',
      from: { path: '^src/simulator/broker/' },
      to: {
        path: '^src/',
        pathNot: ['^src/simulator/(broker|events)/', '^src/simulator/engine/time\\.ts$'],
      },
    },
    // The commands may import every room.
    {
      name: 'pure-rooms-touch-no-ambient-module',
      severity: 'error',
      from: {
        path: '^src/(domain|wording|markdown|content|scheduling|reviews|grading|charts|statistics|training|simulator|exercises|tui)/',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(path|path/posix)$' },
    },
    onlyIn(
      'one-file-imports-the-sqlite-driver',
      '(@photostructure/sqlite|^(node:)?sqlite$)',
      '^src/platform/sqlite\\.ts$',
    ),
    onlyIn('one-file-makes-sandboxes', '^(node:)?vm$', '^src/platform/sandbox\\.ts$'),
    onlyIn('one-file-imports-conf', '^node_modules/conf/', '^src/platform/preferences\\.ts$'),
    onlyIn('one-file-imports-ts-fsrs', '^node_modules/ts-fsrs/', '^src/scheduling/fsrs\\.ts$'),
    onlyIn(
      'one-file-imports-the-optimizer',
      '^node_modules/@open-spaced-repetition/',
      '^src/platform/optimizer\\.ts$',
    ),
    onlyIn('only-the-tui-imports-ink', '^node_modules/(ink|react)/', '^src/tui/'),
    onlyIn(
      'only-commands-and-cli-import-commander',
      '^node_modules/commander/',
      '^src/(commands/|cli\\.ts$)',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
