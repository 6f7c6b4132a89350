// A TypeDoc plugin: draws ```mermaid blocks in the reader's page, with the copy of mermaid that is installed here.
import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { JSX, RendererEvent } from 'typedoc'

const mermaid = fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js'))

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.on(RendererEvent.END, ({ outputDirectory }) => {
    const assets = path.join(outputDirectory, 'assets')
    mkdirSync(assets, { recursive: true })
    copyFileSync(mermaid, path.join(assets, 'mermaid.min.js'))
  })
  app.renderer.hooks.on('body.end', (context) => {
    const library = JSON.stringify(context.relativeURL('assets/mermaid.min.js'))
    const html = `(${drawDiagrams})(${library})`
    return JSX.createElement('script', null, JSX.createElement(JSX.Raw, { html }))
  })
}

/**
 * Runs in the reader's browser, so it uses nothing from outside its own body.
 * @param {string} library
 */
function drawDiagrams(library) {
  const blocks = [...document.querySelectorAll('pre > code.mermaid')]
  if (blocks.length === 0) return
  const script = document.createElement('script')
  script.src = library
  script.onload = async () => {
    const { mermaid } = window
    const chosen = document.documentElement.dataset.theme
    const dark =
      chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: dark ? 'dark' : 'default' })
    for (const [index, block] of blocks.entries()) {
      try {
        // The highlighter breaks a block into elements: one child for each line.
        const source = [...block.childNodes].map((node) => node.textContent).join('')
        const figure = document.createElement('div')
        figure.className = 'mermaid-figure'
        figure.innerHTML = (await mermaid.render(`mermaid-${index}`, source)).svg
        block.parentElement.replaceWith(figure)
      } catch (error) {
        console.error('mermaid', error)
      }
    }
  }
  document.head.append(script)
}
