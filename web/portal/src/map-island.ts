/** The map of streets is loaded when its place comes near the window, and only then; without it the drawing stays. */
export function mapIsland(slot: HTMLElement): void {
  const { script, style } = slot.dataset
  if (!script || !style) return
  const watch = new IntersectionObserver(
    seen => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      void start(slot, script, style).catch(() => undefined)
    },
    { rootMargin: '300px' },
  )
  watch.observe(slot)
}

async function start(slot: HTMLElement, script: string, style: string): Promise<void> {
  const answer = await fetch(slot.dataset.source ?? '')
  if (!answer.ok) return
  const data = (await answer.json()) as unknown
  await sheet(style)
  const { drawMap } = (await import(new URL(script, location.href).href)) as {
    drawMap(slot: HTMLElement, data: unknown): void
  }
  drawMap(slot, data)
}

const sheet = (address: string): Promise<void> =>
  new Promise((done, failed) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = address
    link.addEventListener('load', () => done())
    link.addEventListener('error', () => failed(new Error('style')))
    document.head.append(link)
  })
