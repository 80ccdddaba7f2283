import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Fails the build when React's development build slips in: it leaks memory on a screen that stays on for days. */
function productionReact(): Plugin {
  return {
    name: 'production-react',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const [file, part] of Object.entries(bundle)) {
        if (part.type === 'chunk' && part.moduleIds.some((name) => /react-dom[^/]*\.development/.test(name))) {
          this.error(`${file}: expected the production build of React`)
        }
      }
    },
  }
}

const SPOKEN = ['nl-NL', 'en-US']

/** Leaves out the screen-reader texts of react-aria in the thirty languages that the wall does not speak. */
function spokenLanguages(): Plugin {
  return {
    name: 'spoken-languages',
    apply: 'build',
    load(id) {
      const language = /\/react-(?:aria|stately|aria-components)\/.*\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
      return language && !SPOKEN.includes(language) ? 'export default {}' : null
    },
  }
}

const api = process.env.RUMOER_API ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react(), productionReact(), spokenLanguages()],
  build: { outDir: 'dist', target: 'chrome111', sourcemap: false },
  server: { proxy: { '/v1': { target: api, ws: true } } },
})
