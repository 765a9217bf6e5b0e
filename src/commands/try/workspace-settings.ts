/** What makes editors check and complete a program: the language and what the exercise gives, and nothing of a browser or of Node. */
export function editorSettings(program: string): string {
  const settings = {
    compilerOptions: {
      checkJs: true,
      strict: true,
      // A starter may leave its types out.
      noImplicitAny: false,
      target: 'ES2022',
      lib: ['ES2023'],
      types: [],
      module: 'ESNext',
      moduleResolution: 'Bundler',
    },
    // Backups are nobody's to mark.
    files: [program, 'exercise.d.ts', 'exercises-api.d.ts'],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}
