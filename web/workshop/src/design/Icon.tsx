/** Our own small set, drawn on a grid of 24, strokes of the text's colour. */
const PATHS = {
  home: 'M4 11.5 12 4l8 7.5M6 10v9.5h4.5V14h3v5.5H18V10',
  sets: 'M4 5.5h16v13H4zM4 10h16M10 10v8.5M4 14.2h16',
  inbox: 'M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5l1.2 2.5h4.6l1.2-2.5H20',
  journal: 'M6 4h11.5v16H6zM6 4v16M3.8 8h3M3.8 12h3M3.8 16h3M10 8.5h4.5M10 12h4.5',
  people:
    'M9 11.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3 19.5c.4-3.3 2.8-5.2 6-5.2s5.6 1.9 6 5.2M16 5.2a3 3 0 0 1 0 5.6M17.2 14.6c2.2.5 3.5 2.2 3.8 4.9',
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c.5-3.8 3.2-6 7-6s6.5 2.2 7 6',
  help: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9.7 9.6a2.4 2.4 0 1 1 3.5 2.1c-.8.5-1.2 1-1.2 1.9M12 16.6v.1',
  question: 'M9.2 9a2.9 2.9 0 1 1 4.2 2.5c-1 .6-1.4 1.2-1.4 2.3M12 17.4v.1',
  check: 'm5 12.8 4.5 4.4L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  'arrow-right': 'M4.5 12h14.5M13 6l6 6-6 6',
  'arrow-left': 'M19.5 12H5M11 6l-6 6 6 6',
  'arrow-up': 'M12 19.5V5M6 11l6-6 6 6',
  'arrow-down': 'M12 4.5V19M6 13l6 6 6-6',
  'chevron-down': 'm6 9.5 6 6 6-6',
  'chevron-right': 'm9.5 6 6 6-6 6',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9H14a5 5 0 0 1 0 10H9',
  redo: 'm15.5 5 4 4-4 4M19.5 9H10a5 5 0 0 0 0 10h5',
  history: 'M4.5 5v4.5H9M4.8 9.5A8 8 0 1 1 4 12.5M12 8v4.5l3 1.8',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 10.5v5.5M13.7 10.5v5.5',
  restore: 'M12 19.5V9M8 12.5 12 8.5l4 4M4.5 5h15',
  upload: 'M12 16V4.5M7.5 9 12 4.5 16.5 9M4.5 15.5v4h15v-4',
  download: 'M12 4.5V16M7.5 11.5 12 16l4.5-4.5M4.5 15.5v4h15v-4',
  paste: 'M9 5.5H6v14.5h12V5.5h-3M9 4h6v3H9zM9 12h6M9 15.5h4',
  file: 'M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20 20',
  settings: 'M5 7h8M17 7h2M5 12h2M11 12h8M5 17h6M15 17h4M15 5v4M9 10v4M13 15v4',
  link: 'M10 14a3.8 3.8 0 0 0 5.5.3l3-3a3.8 3.8 0 0 0-5.4-5.4l-1.2 1.2M14 10a3.8 3.8 0 0 0-5.5-.3l-3 3a3.8 3.8 0 0 0 5.4 5.4l1.2-1.2',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  mail: 'M4 6h16v12.5H4zM4 7l8 6 8-6',
  megaphone: 'M4 10v4.5h3.5L17 19V5.5L7.5 10zM7.5 14.5v5h3v-3.6M20 10.5v3.5',
  lock: 'M6 10.5h12v9.5H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.5v2',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.7v.1',
  ok: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8 12.3l2.8 2.8L16 9.5',
  attention: 'M12 4 21 19.5H3zM12 10v4.5M12 16.9v.1',
  error: 'M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM9 9l6 6M15 9l-6 6',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  flag: 'M6 20.5v-17M6 4.5h11.5l-2 4 2 4H6',
  pin: 'M12 20.5c4-4.3 6-7.5 6-10a6 6 0 0 0-12 0c0 2.5 2 5.7 6 10ZM12 12.7a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  phone: 'M8 3.5h8v17H8zM11 17.5h2',
  edit: 'M4.5 19.5 5.3 15.7 15.7 5.3a1.9 1.9 0 0 1 2.7 0l.3.3a1.9 1.9 0 0 1 0 2.7L8.3 18.7zM13.5 7.5l3 3',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z',
  logout: 'M10 4.5H5v15h5M9.5 12H20M16 8l4 4-4 4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  eye: 'M2.5 12c2.3-4 5.5-6 9.5-6s7.2 2 9.5 6c-2.3 4-5.5 6-9.5 6s-7.2-2-9.5-6ZM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  filter: 'M4 5.5h16l-6 7v6l-4-2v-4z',
  sort: 'M8 5v14M4.5 15.5 8 19l3.5-3.5M16 19V5M12.5 8.5 16 5l3.5 3.5',
  drag: 'M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1',
  clean: 'M14.5 3.5 11 10.5M7 10.5h9l1.5 10h-12zM9.5 20.5l.3-4M13.5 20.5l-.3-4',
  columns: 'M4 5h16v14H4zM9.3 5v14M14.7 5v14',
  print: 'M7.5 9V4h9v5M7.5 16.5h-3V9h15v7.5h-3M7.5 14h9v6h-9z',
  more: 'M6 12.9a.9.9 0 1 0 0-1.8.9.9 0 0 0 0 1.8ZM12 12.9a.9.9 0 1 0 0-1.8.9.9 0 0 0 0 1.8ZM18 12.9a.9.9 0 1 0 0-1.8.9.9 0 0 0 0 1.8Z',
  job: 'M12 4.5a7.5 7.5 0 1 1-7.5 7.5M12 8.5V12l2.5 2.5M4.6 8.5l.1-.1M7.3 5.8l.1-.1',
  external: 'M13.5 4.5h6v6M19.5 4.5 11 13M17 13.5v6H4.5V7h6',
  offline: 'M4 4l16 16M8.5 18.5H17a3.5 3.5 0 0 0 2-6.4M16.8 11.5A5 5 0 0 0 9.6 7.6M7.2 9.6a4.5 4.5 0 0 0 .3 8.9',
  saved: 'M7.5 18.5h9.3a3.7 3.7 0 0 0 .2-7.4A5.2 5.2 0 0 0 7 10a4.3 4.3 0 0 0 .5 8.5ZM9.3 13.5l2 2 3.7-3.7',
  key: 'M8.5 15.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12.5 11.5H20v3M16.5 11.5v2.5',
} as const

const STROKE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

export type IconName = keyof typeof PATHS

interface IconProps {
  readonly name: IconName
  readonly size?: number
  /** Said by screen readers; without it, the icon is only an ornament beside words. */
  readonly label?: string
}

/** One icon. An ornament unless it has a `label`. */
export function Icon({ name, size = 20, label }: IconProps) {
  const said = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true }
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a title would pop up as a tooltip; the name is in aria-label
    <svg className="c-icon" width={size} height={size} viewBox="0 0 24 24" {...STROKE} {...said}>
      <path d={PATHS[name]} />
    </svg>
  )
}
