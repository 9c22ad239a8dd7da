/** Where the map is in its frame: its top left corner, and how large it is drawn. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly scale: number
}
export interface Size {
  readonly width: number
  readonly height: number
}
const LEAST = 0.2
const MOST = 2.5

/** All of it in sight, never larger than life. */
export function fit(map: Size, frame: Size): Camera {
  const scale = Math.min(1, Math.max(LEAST, Math.min(frame.width / map.width, frame.height / map.height)))
  return { scale, x: (frame.width - map.width * scale) / 2, y: (frame.height - map.height * scale) / 2 }
}

/** The same, but never so small that names cannot be read: then the middle is in the middle, and the sides are to be looked for. */
export function legible(map: Size, frame: Size): Camera {
  const { scale } = fit(map, frame)
  return zoom(fit(map, frame), Math.max(1, 0.7 / scale), { x: frame.width / 2, y: frame.height / 2 })
}

/** Nearer or farther; the point of the frame that is given stays where it is. */
export function zoom({ x, y, scale }: Camera, by: number, at: { readonly x: number; readonly y: number }): Camera {
  const next = Math.min(MOST, Math.max(LEAST, scale * by))
  const ratio = next / scale
  return { scale: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio }
}

export const pan = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x + dx,
  y: camera.y + dy,
})

/** Moved no more than needed for a box to be in sight. */
export function show(camera: Camera, box: Size & { readonly x: number; readonly y: number }, frame: Size): Camera {
  const moved = (start: number, length: number, room: number) => {
    const edge = 16
    if (start < edge) return edge - start
    return start + length > room - edge ? Math.min(room - edge - start - length, 0) : 0
  }
  const { x, y, scale } = camera
  return pan(
    camera,
    moved(box.x * scale + x, box.width * scale, frame.width),
    moved(box.y * scale + y, box.height * scale, frame.height),
  )
}
