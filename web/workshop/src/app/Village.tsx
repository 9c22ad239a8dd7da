import './village.css'

/** The village that Carnet is for: church, town hall, houses, trees, and the way through it. An ornament. */
export const Village = () => (
  <svg className="village" viewBox="0 0 640 240" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
    <circle className="v-sun" cx="500" cy="62" r="30" />
    <path className="v-hill-far" d="M0 170c70-46 150-60 230-32s150 30 220-6 130-34 190-10v118H0z" />
    <path className="v-hill" d="M0 202c90-30 190-34 300-18s230 16 340-10v66H0z" />
    <g className="v-wall">
      <path d="M70 150h44v56H70zM196 158h40v46h-40zM404 152h50v52h-50zM474 162h38v40h-38z" />
      <path d="M136 112h30v94h-30z" />
      <path d="M262 134h112v72H262z" />
    </g>
    <g className="v-roof">
      <path d="m62 152 30-26 30 26zM188 160l28-24 28 24zM396 154l33-28 33 28zM467 164l26-22 26 22z" />
      <path d="m132 114 19-62 19 62z" />
      <path d="M254 136l16-24h96l16 24zM302 112h32V88l-16-14-16 14z" />
    </g>
    <g className="v-light">
      <path d="M84 168h14v16H84zM208 172h12v14h-12zM420 170h14v16h-14zM486 176h12v12h-12z" />
      <path d="M276 150h13v20h-13zM347 150h13v20h-13zM311 160h16v46h-16z" />
      <circle cx="318" cy="99" r="7" />
      <path d="M148 130h7v14h-7z" />
    </g>
    <path className="v-pole" d="M318 74V44" />
    <path className="v-flag" d="M318 44h24l-6 7 6 7h-24z" />
    <g className="v-tree">
      <path d="M34 206v-22M248 208v-20M392 206v-16M548 200v-24M588 200v-18" />
      <circle cx="34" cy="172" r="17" />
      <circle cx="248" cy="178" r="14" />
      <circle cx="388" cy="180" r="12" />
      <circle cx="548" cy="164" r="19" />
      <circle cx="588" cy="172" r="15" />
    </g>
    <path className="v-way" d="M0 228c90-6 130-22 220-18s150 24 240 16 120-18 180-14" />
  </svg>
)
