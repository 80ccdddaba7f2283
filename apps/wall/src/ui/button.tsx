import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'

type Look = 'primary' | 'plain' | 'quiet'
export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children'> & { look?: Look; children: ReactNode; small?: boolean }

export function Button({ look = 'plain', small = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`${styles.button} ${styles[look]} ${small ? styles.small : ''}`}>
      {children}
    </AriaButton>
  )
}
