/** Cap height of Source Sans as a share of its font size. */
const CAP_HEIGHT = 0.66
/** Height in millimetres of a 16:9 screen per inch of diagonal. */
const MM_PER_INCH = 12.452
const LINES = 1080

/** Font size in pixels of a screen of 1080 lines, for letters that measure `arcMinutes` at the eye of somebody `meter` away. */
function exactPx(inch: number, meter: number, arcMinutes: number): number {
  const heightMm = meter * 1_000 * Math.tan(((arcMinutes / 60) * Math.PI) / 180)
  return heightMm / CAP_HEIGHT / ((MM_PER_INCH * inch) / LINES)
}

const MINIMUM_ARC = 16
const PREFERRED_ARC = 20

/** Smallest letters on the wall (ISO 9241-303: 16 minutes of arc), rounded up. */
export const minimumTextPx = (inch: number, meter: number): number => Math.ceil(exactPx(inch, meter, MINIMUM_ARC))
/** Letters of this size leave room for the sketch of the wall on a screen of 1080 lines. */
const ROOMY_PX = 45

/** The size the wall uses: as large as is preferred while that leaves room, never below the minimum. */
export const wallTextPx = (inch: number, meter: number): number =>
  Math.min(preferredTextPx(inch, meter), Math.max(minimumTextPx(inch, meter), ROOMY_PX))

/** Preferred letters on the wall (20 minutes of arc). */
export const preferredTextPx = (inch: number, meter: number): number => Math.round(exactPx(inch, meter, PREFERRED_ARC))
