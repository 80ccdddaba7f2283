import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../lib/text.ts'
import styles from './sheet.module.css'

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; wide?: boolean }

/** A dialog over the page. Escape and a click outside close it. */
export function Sheet({ title, isOpen, onClose, children, wide = false }: Props) {
  const text = useText()
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className={styles.overlay ?? ''}>
      <Modal className={`${styles.modal} ${wide ? styles.wide : ''}`}>
        <Dialog className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <Button className={styles.close ?? ''} aria-label={text('close')} onPress={onClose}>
              <X aria-hidden="true" />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
