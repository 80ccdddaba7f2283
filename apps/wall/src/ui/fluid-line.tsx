import { type ComponentProps, useEffect, useRef, useState } from 'react'
import styles from './rumoer-line.module.css'
import { RumoerLine } from './rumoer-line.tsx'

/** A rumoer line that fills whatever box its parent leaves, without stretching its stroke. */
export function FluidLine(props: Omit<ComponentProps<typeof RumoerLine>, 'width' | 'height'>) {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) })
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className={styles.fluid}>
      {size && size.width > 0 && size.height > 0 && <RumoerLine {...props} width={size.width} height={size.height} />}
    </div>
  )
}
