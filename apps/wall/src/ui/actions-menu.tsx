import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import buttonStyles from './button.module.css'
import styles from './field.module.css'

export type Action = { id: string; name: string; run: () => void }
type Props = { label: string; actions: readonly Action[]; children?: ReactNode; look?: 'plain' | 'quiet'; small?: boolean }

/** A button that opens a list of actions. Without children the label stands on the button. */
export function ActionsMenu({ label, actions, children, look = 'plain', small = false }: Props) {
  return (
    <MenuTrigger>
      <Button
        className={`${buttonStyles.button} ${buttonStyles[look]} ${small ? buttonStyles.small : ''}`}
        {...(children ? { 'aria-label': label } : {})}
      >
        {children ?? (
          <>
            {label} <ChevronDown aria-hidden="true" />
          </>
        )}
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu className={styles.list ?? ''} aria-label={label}>
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} className={styles.option ?? ''} onAction={action.run}>
              {action.name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
